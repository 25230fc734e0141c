"""Counts in a table of column by kind.

Replaces: q1-answer
"""


def kind_pct(table, column, kind):
    """Per cent of the rows of each value of a column that are of one kind, 1 decimal, A to Z."""
    rows = table.dropna(subset=[column])
    wanted = rows["kind"].eq(kind).map({True: "wanted", False: "other"})
    counts = rows.groupby([column, wanted]).size().unstack(fill_value=0).reindex(columns=["other", "wanted"], fill_value=0)
    return counts["wanted"].div(counts.sum(axis=1)).mul(100).round(1)
