"""Takes an unknown number of deaths for zero.

Replaces: q2-answer
Hint: A blank is unknown, not zero. Should a country without a number of deaths stand in the list?
"""


def rates_in(deaths, people, year):
    """UCDP deaths per 100,000 people of every country in one year, largest first."""
    both = deaths[deaths["year"] == year].merge(people[people["population"] > 0], on=["iso3", "year"]).fillna(0)
    both["rate"] = (both["total_deaths_best"] / both["population"] * 100_000).round(2)
    return both.sort_values(["rate", "iso3"], ascending=[False, True]).set_index("iso3")["rate"]
