"""Finds the text only where the cell begins with it.

Replaces: q1-answer
Hint: The text may stand anywhere in the cell. Does your test also find it in the middle or at the end?
"""


def containing(table, column, text):
    """The rows of a table whose column contains a text."""
    return table[table[column].str.lower().str.startswith(text.lower(), na=False)]
