"""Gives zero where there are no agreements.

Replaces: q2-answer
Hint: Try pooled_share on a table without agreements. Zero per cent would say that there were some, and none mentions it.
"""


def pooled_share(table, column):
    """All mentions divided by all agreements, in per cent, 1 decimal."""
    usable = table[[column, "agreements_count"]].dropna()
    total = float(usable["agreements_count"].sum())
    return round(float(usable[column].sum()) / total * 100, 1) if total else 0.0
