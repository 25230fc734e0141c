"""Looks for True and False only, and not for 1 and 0.

Replaces: q1-answer
Hint: The task names two ways to write yes and two ways to write no. Try your function on a Series of 1 and 0.
"""


def three_states(column):
    """How many cells of a column say yes, say no, and say nothing."""
    return {
        "yes": sum(cell is True for cell in column),
        "no": sum(cell is False for cell in column),
        "unknown": int(column.isna().sum()),
    }
