"""Leaves out the weightings in which the first place is shared.

Replaces: q5-answer
Hint: What does your function do with a weighting in which several options are first? Each of them gets a part: the
weighting must not be lost.
"""


def first_share(table, weightings):
    """Per cent of the weightings in which each option is first, shared places divided; A to Z."""
    facts = table[list(weightings.columns)].sort_index()
    sums = (weightings @ facts.T).round(6)
    winners = sums.eq(sums.max(axis=1), axis=0)
    alone = winners[winners.sum(axis=1) == 1]
    return (alone.mean() * 100).fillna(0).round(1)
