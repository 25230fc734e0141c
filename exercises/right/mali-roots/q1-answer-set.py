"""Collects the names in a set.

Replaces: q1-answer
"""


def governments(table, iso3):
    names = set()
    for row in table.itertuples():
        if row.iso3 == iso3 and row.violence_type == "state_based":
            names.add(row.side_a)
    return sorted(names)
