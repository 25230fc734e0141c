"""Gives an instrument that never gets there the last year of the table.

Replaces: q1-answer
Hint: What does your function say of an instrument that never has n parties? Its year is not known from the table, so it
must be left out.
"""


def first_year(table, n):
    """For each instrument, the first year with at least n parties at its end."""
    reached = table[table["parties_cumulative"] >= n].groupby("instrument")["year"].min()
    last = table.groupby("instrument")["year"].max()
    return reached.reindex(last.index).fillna(last).astype(int)
