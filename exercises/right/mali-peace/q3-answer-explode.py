"""Gives every name a row of its own; numpy's whole numbers.

Replaces: q3-answer
"""


def active_years(table, actor, kind=None):
    long = table.melt(id_vars=["year", "violence_type"], value_vars=["side_a", "side_b"], value_name="names")
    long = long.assign(name=long["names"].str.split(",")).explode("name")
    long = long[long["name"].str.strip() == actor]
    if kind is not None:
        long = long[long["violence_type"] == kind]
    return list(long["year"].drop_duplicates().sort_values())
