"""Rounds the fraction before it becomes a percentage.

Replaces: q2-answer
Hint: At which step do you round? Round once, at the end.
"""


def share(table, column, value):
    """Per cent of the known entries of a column that are equal to a value; NaN where none is known."""
    known = table[column].dropna()
    if len(known) == 0:
        return float("nan")
    return round(float((known == value).mean()), 2) * 100
