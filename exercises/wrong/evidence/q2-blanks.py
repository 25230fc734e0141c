"""Divides by all rows, blanks included.

Replaces: q2-answer
Hint: A blank is unknown. Which rows stand below the line when you divide?
"""


def share(table, column, value):
    """Per cent of the known entries of a column that are equal to a value; NaN where none is known."""
    if len(table) == 0 or table[column].isna().all():
        return float("nan")
    return round(float((table[column] == value).mean()) * 100, 1)
