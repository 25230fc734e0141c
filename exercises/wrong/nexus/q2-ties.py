"""Leaves countries with the same rate in the order in which they come.

Replaces: q2-answer
Hint: Look at countries with the same rate. The task fixes their order, and sorting by rate alone leaves it open.
"""


def rates_in(deaths, people, year):
    """UCDP deaths per 100,000 people of every country in one year, largest first."""
    both = deaths[deaths["year"] == year].merge(people[people["population"] > 0], on=["iso3", "year"]).set_index("iso3")
    rate = (both["total_deaths_best"] / both["population"] * 100_000).round(2).dropna()
    return rate.sort_values(ascending=False, kind="stable")
