"""Divides by a strength of 0.

Replaces: q4-answer
Hint: What do you get when the strength is 0, and what does the task want there? pandas divides by zero without a
warning.
"""


def rate_per_thousand(deaths, strength):
    """Deaths per 1,000 of strength by mission, 2 decimals; blank where it cannot be known."""
    return (1000 * deaths / strength).round(2)
