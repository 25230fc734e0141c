"""Pairs weights and columns by their place.

Replaces: q5-answer
Hint: Does each weight meet the column of its own name? The columns of the two tables need not stand in the same order.
"""


def first_share(table, weightings):
    """Per cent of the weightings in which each option is first, shared places divided; A to Z."""
    facts = table.sort_index()
    sums = pd.DataFrame(weightings.to_numpy() @ facts.to_numpy().T, columns=facts.index).round(6)
    winners = sums.eq(sums.max(axis=1), axis=0)
    return (winners.div(winners.sum(axis=1), axis=0).mean() * 100).round(1)
