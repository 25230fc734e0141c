"""Compares the name with the whole cell.

Replaces: q3-answer
Hint: A cell can hold several names. Is the actor found when it does not stand there alone?
"""


def active_years(table, actor, kind=None):
    """Years in which an actor stands on one of the two sides."""
    chosen = table if kind is None else table[table["violence_type"] == kind]
    rows = chosen[(chosen["side_a"] == actor) | (chosen["side_b"] == actor)]
    return sorted({int(year) for year in rows["year"]})
