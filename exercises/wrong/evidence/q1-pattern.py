"""Reads the text as a pattern, in which a dot stands for any letter.

Replaces: q1-answer
Hint: Try a text with a dot or a bracket in it. str.contains takes its text for a pattern unless you tell it not to.
"""


def containing(table, column, text):
    """The rows of a table whose column contains a text."""
    return table[table[column].str.contains(text, case=False, na=False)]
