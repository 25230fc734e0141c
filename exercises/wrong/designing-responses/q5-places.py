"""Divides by the number of first places instead of the number of weightings.

Replaces: q5-answer
Hint: A weighting with a shared first place counts more than others in your result. Divide the place within each
weighting first, then take the mean over the weightings.
"""


def first_share(table, weightings):
    """Per cent of the weightings in which each option is first, shared places divided; A to Z."""
    facts = table[list(weightings.columns)].sort_index()
    sums = (weightings @ facts.T).round(6)
    wins = sums.eq(sums.max(axis=1), axis=0).sum()
    return (wins / wins.sum() * 100).round(1)
