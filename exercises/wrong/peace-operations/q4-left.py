"""Keeps only the missions of the first Series.

Replaces: q4-answer
Hint: Which missions are in your result? One that stands only among the strengths is missing, and "every mission of
both" includes it.
"""


def rate_per_thousand(deaths, strength):
    """Deaths per 1,000 of strength by mission, 2 decimals; blank where it cannot be known."""
    usable = strength.where(strength > 0).reindex(deaths.index)
    return (1000 * deaths / usable).round(2).sort_index()
