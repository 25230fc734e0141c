"""Looks for whole words only.

Replaces: q1-answer
Hint: A text is not always a word of its own between two spaces. What stands around it in the cell does not matter.
"""


def containing(table, column, text):
    """The rows of a table whose column contains a text."""
    hits = [isinstance(cell, str) and text.lower() in cell.lower().split() for cell in table[column]]
    return table[pd.Series(hits, index=table.index, dtype=bool)]
