"""Takes capital letters for other letters.

Replaces: q1-answer
Hint: Try a text whose capital letters differ from those in the table. The task says what they should change.
"""


def containing(table, column, text):
    """The rows of a table whose column contains a text."""
    return table[table[column].str.contains(text, regex=False, na=False)]
