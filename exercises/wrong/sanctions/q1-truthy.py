"""Lets Python decide what is true, and NaN counts as true.

Replaces: q1-answer
Hint: Ask Python for bool(float("nan")) and be surprised. Take the blanks out before you ask whether a cell is yes.
"""


def three_states(column):
    """How many cells of a column say yes, say no, and say nothing."""
    yes = sum(bool(cell) for cell in column)
    return {"yes": yes, "no": len(column) - yes, "unknown": 0}
