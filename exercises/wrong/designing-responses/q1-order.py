"""Puts the densest value first.

Replaces: q1-answer
Hint: In which order does your index stand? The task asks for the order of the alphabet.
"""


def kind_pct(table, column, kind):
    """Per cent of the rows of each value of a column that are of one kind, 1 decimal, A to Z."""
    return (table["kind"].eq(kind).groupby(table[column]).mean() * 100).round(1).sort_values(ascending=False)
