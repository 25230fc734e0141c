"""Sorts by name alone, not by number.

Replaces: q1-answer
Hint: Read again which order the task asks for. What comes first: the number of rows or the alphabet?
"""


def rows_per(table, column):
    """Number of rows for each value of a column: largest first, equal numbers A to Z."""
    return table.groupby(column).size()
