"""Counts value by value.

Replaces: q1-answer
"""


def kind_pct(table, column, kind):
    """Per cent of the rows of each value of a column that are of one kind, 1 decimal, A to Z."""
    shares = {}
    for name in sorted(table[column].dropna().unique()):
        rows = table.loc[table[column] == name, "kind"]
        shares[name] = round(100 * (rows == kind).sum() / len(rows), 1)
    return pd.Series(shares, dtype="float64")
