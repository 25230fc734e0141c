"""Reads the table testimony by its name instead of the argument.

Replaces: q1-answer
Hint: Inside rows_per use only its arguments. Does it also work on a table that is not testimony?
"""


def rows_per(table, column):
    """Number of rows for each value of a column: largest first, equal numbers A to Z."""
    counts = testimony[column].value_counts().sort_index()
    return counts.sort_values(ascending=False, kind="stable")
