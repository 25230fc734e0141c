"""Counts a blank as a value of the column.

Replaces: q1-answer
Hint: Is there a blank in your index? Rows in which the column is blank have to be left out.
"""


def kind_pct(table, column, kind):
    """Per cent of the rows of each value of a column that are of one kind, 1 decimal, A to Z."""
    return (table["kind"].eq(kind).groupby(table[column], dropna=False).mean() * 100).round(1)
