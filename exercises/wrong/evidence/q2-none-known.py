"""Gives zero where nothing is known.

Replaces: q2-answer
Hint: Try share on a column without a single entry. Zero per cent would say that you looked and found none.
"""


def share(table, column, value):
    """Per cent of the known entries of a column that are equal to a value; NaN where none is known."""
    known = table[column].dropna()
    if len(known) == 0:
        return 0.0
    return round(float((known == value).mean()) * 100, 1)
