"""Fills years without a row with zero.

Replaces: q2-answer
Hint: A year without a row is unknown. What does by_year put there?
"""


def by_year(table, column, first, last):
    """A column as a Series with one entry for every year from first to last; unknown years blank."""
    return table.set_index("year")[column].reindex(range(first, last + 1), fill_value=0)
