"""Divides by all rows of the table.

Replaces: q1-answer
Hint: What do you divide by? Each value has its own number of rows, and a text with many rows must not look denser for
that.
"""


def kind_pct(table, column, kind):
    """Per cent of the rows of each value of a column that are of one kind, 1 decimal, A to Z."""
    values = sorted(table[column].dropna().unique())
    hits = table[table["kind"] == kind].groupby(column).size().reindex(values, fill_value=0)
    return (hits / len(table) * 100).round(1)
