"""Gives a shared first place to one option alone.

Replaces: q5-answer
Hint: What happens when several options share the first place? idxmax names one of them.
"""


def first_share(table, weightings):
    """Per cent of the weightings in which each option is first, shared places divided; A to Z."""
    facts = table[list(weightings.columns)].sort_index()
    sums = (weightings @ facts.T).round(6)
    return (sums.idxmax(axis=1).value_counts(normalize=True) * 100).reindex(facts.index, fill_value=0).round(1)
