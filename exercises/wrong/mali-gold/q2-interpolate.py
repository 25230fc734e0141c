"""Fills unknown years from their neighbours.

Replaces: q2-answer
Hint: What does by_year give for a year that nobody reported? A value between two neighbours is a guess, not a record.
"""


def by_year(table, column, first, last):
    """A column as a Series with one entry for every year from first to last; unknown years blank."""
    return table.set_index("year")[column].sort_index().reindex(range(first, last + 1)).interpolate()
