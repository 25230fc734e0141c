"""Divides by the latest population of each country.

Replaces: q2-answer
Hint: Deaths of one year need the people of the same year. By what do you join the two tables?
"""


def rates_in(deaths, people, year):
    """UCDP deaths per 100,000 people of every country in one year, largest first."""
    latest = people[people["population"] > 0].sort_values("year").groupby("iso3")["population"].last()
    chosen = deaths[deaths["year"] == year].set_index("iso3")["total_deaths_best"]
    rate = (chosen / latest * 100_000).round(2).dropna().rename_axis("iso3").reset_index(name="rate")
    return rate.sort_values(["rate", "iso3"], ascending=[False, True]).set_index("iso3")["rate"]
