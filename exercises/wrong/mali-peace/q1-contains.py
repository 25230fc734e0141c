"""Finds the words also inside a longer cell.

Replaces: q1-answer
Hint: A cell is "not stated" when it holds just these words. What if more words stand beside them?
"""


def speaks(table, column):
    """Number of cells that are blank, not stated, and stated."""
    cells = table[column].fillna("").str.strip().str.lower()
    silent, unsaid = int((cells == "").sum()), int(cells.str.contains("not stated").sum())
    return {"blank": silent, "not stated": unsaid, "stated": len(cells) - silent - unsaid}
