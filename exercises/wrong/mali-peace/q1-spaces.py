"""Takes a cell that holds nothing but spaces for one that states something.

Replaces: q1-answer
Hint: What is in a cell that looks empty, but is not? The task says what kind it is.
"""


def speaks(table, column):
    """Number of cells that are blank, not stated, and stated."""
    silent = int(table[column].isna().sum())
    unsaid = int((table[column].str.strip().str.lower() == "not stated").sum())
    return {"blank": silent, "not stated": unsaid, "stated": len(table) - silent - unsaid}
