"""Returns three countries only.

Replaces: q2-answer
Hint: Who should take the first three: rates_in, or the cell that uses it? Test it with more countries than three.
"""


def rates_in(deaths, people, year):
    """UCDP deaths per 100,000 people of every country in one year, largest first."""
    both = deaths[deaths["year"] == year].merge(people[people["population"] > 0], on=["iso3", "year"])
    both["rate"] = (both["total_deaths_best"] / both["population"] * 100_000).round(2)
    both = both.dropna(subset=["rate"]).sort_values(["rate", "iso3"], ascending=[False, True])
    return both.set_index("iso3")["rate"].head(3)
