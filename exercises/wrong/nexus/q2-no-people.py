"""Keeps countries with a population of zero.

Replaces: q2-answer
Hint: Try a country whose population stands as zero. What does the task want, and what does the division give?
"""


def rates_in(deaths, people, year):
    """UCDP deaths per 100,000 people of every country in one year, largest first."""
    both = deaths[deaths["year"] == year].merge(people, on=["iso3", "year"])
    both["rate"] = (both["total_deaths_best"] / both["population"] * 100_000).round(2)
    return both.dropna(subset=["rate"]).sort_values(["rate", "iso3"], ascending=[False, True]).set_index("iso3")["rate"]
