"""Finds the name inside longer names.

Replaces: q3-answer
Hint: Try an actor whose name is a part of another name. What does contains find?
"""


def active_years(table, actor, kind=None):
    """Years in which an actor stands on one of the two sides."""
    chosen = table if kind is None else table[table["violence_type"] == kind]
    hit = [actor in f"{one} {other}" for one, other in zip(chosen["side_a"], chosen["side_b"])]
    return sorted({int(year) for year, found in zip(chosen["year"], hit) if found})
