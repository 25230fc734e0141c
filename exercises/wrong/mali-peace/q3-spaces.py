"""Expects a space behind every comma.

Replaces: q3-answer
Hint: Names are separated by a comma, with or without spaces. Does your way of cutting find names in both cases?
"""


def active_years(table, actor, kind=None):
    """Years in which an actor stands on one of the two sides."""
    chosen = table if kind is None else table[table["violence_type"] == kind]
    rows = zip(chosen["year"], chosen["side_a"], chosen["side_b"])
    return sorted({int(year) for year, one, other in rows if actor in one.split(", ") or actor in other.split(", ")})
