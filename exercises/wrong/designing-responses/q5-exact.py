"""Compares the sums without rounding them, so equal sums can differ in the last digit.

Replaces: q5-answer
Hint: Are two sums that should be equal really equal for a computer? Add 0.1 and 0.2, and read the sentence on rounding
again.
"""


def first_share(table, weightings):
    """Per cent of the weightings in which each option is first, shared places divided; A to Z."""
    facts = table[list(weightings.columns)].sort_index()
    sums = weightings @ facts.T
    winners = sums.eq(sums.max(axis=1), axis=0)
    return (winners.div(winners.sum(axis=1), axis=0).mean() * 100).round(1)
