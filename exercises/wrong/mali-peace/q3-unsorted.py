"""Leaves the years in the order of the rows.

Replaces: q3-answer
Hint: In which order are your years? Try a table whose rows are not in order.
"""


def active_years(table, actor, kind=None):
    """Years in which an actor stands on one of the two sides."""
    chosen = table if kind is None else table[table["violence_type"] == kind]
    both = chosen["side_a"] + "," + chosen["side_b"]
    hit = both.map(lambda cell: actor in [name.strip() for name in cell.split(",")]).astype(bool)
    return chosen.loc[hit, "year"].unique().tolist()
