"""Counts the blank cells as a value of their own.

Replaces: q1-answer
Hint: Try rows_per on a column that has blank cells. Are they among the things you counted?
"""


def rows_per(table, column):
    """Number of rows for each value of a column: largest first, equal numbers A to Z."""
    counts = table[column].value_counts(dropna=False).reset_index()
    return counts.sort_values(["count", column], ascending=[False, True]).set_index(column)["count"]
