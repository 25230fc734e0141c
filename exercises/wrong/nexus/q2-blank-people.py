"""Keeps countries whose population is blank.

Replaces: q2-answer
Hint: Two columns can be blank. Try a country with a number of deaths and a blank for its population.
"""


def rates_in(deaths, people, year):
    """UCDP deaths per 100,000 people of every country in one year, largest first."""
    both = deaths[deaths["year"] == year].merge(people, on=["iso3", "year"]).dropna(subset=["total_deaths_best"])
    both = both[both["population"] != 0]
    both["rate"] = (both["total_deaths_best"] / both["population"] * 100_000).round(2)
    return both.sort_values(["rate", "iso3"], ascending=[False, True]).set_index("iso3")["rate"]
