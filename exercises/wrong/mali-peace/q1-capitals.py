"""Takes capital letters for other letters.

Replaces: q1-answer
Hint: The words may be written with capital letters. Does your comparison find them?
"""


def speaks(table, column):
    """Number of cells that are blank, not stated, and stated."""
    cells = table[column].fillna("").str.strip()
    silent, unsaid = int((cells == "").sum()), int((cells == "not stated").sum())
    return {"blank": silent, "not stated": unsaid, "stated": len(cells) - silent - unsaid}
