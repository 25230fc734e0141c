"""Counts with value_counts; numpy integers, keys in another order.

Replaces: q1-answer
"""


def three_states(column):
    """How many cells of a column say yes, say no, and say nothing."""
    known = column.dropna().astype(bool)
    counts = known.value_counts().reindex([False, True], fill_value=0)
    return {"unknown": column.size - known.size, "no": counts[False], "yes": counts[True]}
