"""Looks at side_a only.

Replaces: q3-answer
Hint: Where else in a row can the actor stand? Check a year in which others attacked it.
"""


def active_years(table, actor, kind=None):
    """Years in which an actor stands on one of the two sides."""
    chosen = table if kind is None else table[table["violence_type"] == kind]
    hit = [actor in [name.strip() for name in cell.split(",")] for cell in chosen["side_a"]]
    return sorted({int(year) for year, found in zip(chosen["year"], hit) if found})
