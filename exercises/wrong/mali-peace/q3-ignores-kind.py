"""Does not use kind.

Replaces: q3-answer
Hint: One of the three arguments is not used yet. Should a kind of violence not leave rows out?
"""


def active_years(table, actor, kind=None):
    """Years in which an actor stands on one of the two sides."""
    both = table["side_a"] + "," + table["side_b"]
    hit = [actor in [name.strip() for name in cell.split(",")] for cell in both]
    return sorted({int(year) for year, found in zip(table["year"], hit) if found})
