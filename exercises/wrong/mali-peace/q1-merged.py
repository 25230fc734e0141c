"""Takes a blank for "not stated".

Replaces: q1-answer
Hint: A blank cell does not say "not stated". Which of the three kinds do you give to it?
"""


def speaks(table, column):
    """Number of cells that are blank, not stated, and stated."""
    cells = table[column].fillna("not stated").str.strip().str.lower()
    silent, unsaid = int((cells == "").sum()), int((cells == "not stated").sum())
    return {"blank": silent, "not stated": unsaid, "stated": len(cells) - silent - unsaid}
