"""Takes a mission without a number of deaths for a mission without deaths.

Replaces: q4-answer
Hint: What does your function do with a mission that stands in one of the two Series only? Not recorded is not the same
as none.
"""


def rate_per_thousand(deaths, strength):
    """Deaths per 1,000 of strength by mission, 2 decimals; blank where it cannot be known."""
    missions = deaths.index.union(strength.index)
    usable = strength.where(strength > 0).reindex(missions)
    return (1000 * deaths.reindex(missions, fill_value=0) / usable).round(2)
