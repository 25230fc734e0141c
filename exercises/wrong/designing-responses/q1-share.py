"""Divides by all rows of the kind instead of the rows of the value.

Replaces: q1-answer
Hint: Add up your percentages. They share out the rows of one kind among the values: the task asks what part of each
value's own rows is of that kind.
"""


def kind_pct(table, column, kind):
    """Per cent of the rows of each value of a column that are of one kind, 1 decimal, A to Z."""
    values = sorted(table[column].dropna().unique())
    hits = table[table["kind"] == kind].groupby(column).size().reindex(values, fill_value=0)
    return (hits / hits.sum() * 100).round(1)
