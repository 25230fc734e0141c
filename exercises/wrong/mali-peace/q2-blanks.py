"""Leaves a row with a blank out of one sum, but not out of the other.

Replaces: q2-answer
Hint: Look at a row with a blank in one of the two columns. Is it left out both above and below the line?
"""


def pooled_share(table, column):
    """All mentions divided by all agreements, in per cent, 1 decimal."""
    total = float(table["agreements_count"].sum())
    return round(float(table[column].sum()) / total * 100, 1) if total else float("nan")
