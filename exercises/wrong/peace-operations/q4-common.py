"""Keeps only the missions for which both numbers are known.

Replaces: q4-answer
Hint: Count the missions in your result. The task wants every mission of both Series: one whose rate cannot be known
stays in, blank.
"""


def rate_per_thousand(deaths, strength):
    """Deaths per 1,000 of strength by mission, 2 decimals; blank where it cannot be known."""
    usable = strength.where(strength > 0)
    return (1000 * deaths / usable).round(2).dropna().sort_index()
