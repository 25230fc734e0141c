"""Takes every cell that is neither True nor blank for a no, and so 1 for a no.

Replaces: q1-answer
Hint: Which of your three counts gets a cell that holds the number 1? Try your function on a short Series and count by
hand.
"""


def three_states(column):
    """How many cells of a column say yes, say no, and say nothing."""
    yes = sum(cell is True for cell in column)
    unknown = int(column.isna().sum())
    return {"yes": yes, "no": len(column) - yes - unknown, "unknown": unknown}
