"""Asks whether the cell is the text, not whether it contains the text.

Replaces: q1-answer
Hint: Some notes rest on two kinds of evidence at once. Does your test find the text inside a longer cell?
"""


def containing(table, column, text):
    """The rows of a table whose column contains a text."""
    return table[table[column].str.lower() == text.lower()]
