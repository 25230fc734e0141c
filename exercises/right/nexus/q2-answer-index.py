"""Lets pandas line the countries up by their index; the Series has another name.

Replaces: q2-answer
"""


def rates_in(deaths, people, year):
    dead = deaths[deaths["year"] == year].set_index("iso3")["total_deaths_best"]
    alive = people[people["year"] == year].set_index("iso3")["population"]
    rate = dead.div(alive[alive > 0]).mul(100_000).dropna().round(2)
    return rate.sort_index().sort_values(ascending=False, kind="stable").rename("deaths per 100,000")
