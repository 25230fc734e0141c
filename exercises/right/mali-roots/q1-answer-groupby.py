"""Drops repeats and sorts the column before it becomes a list.

Replaces: q1-answer
"""


def governments(table, iso3):
    rows = table.query("iso3 == @iso3 and violence_type == 'state_based'")
    return rows["side_a"].drop_duplicates().sort_values().tolist()
