"""Leaves values with the same number in the order in which they come.

Replaces: q1-answer
Hint: Look at values that have the same number of rows. The task fixes their order, and sorting by number alone leaves it open.
"""


def rows_per(table, column):
    """Number of rows for each value of a column: largest first, equal numbers A to Z."""
    return table[column].value_counts()
