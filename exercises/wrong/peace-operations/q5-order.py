"""Leaves the groups in the order of the rows.

Replaces: q5-answer
Hint: In which order do the groups stand in your result? The task asks for A to Z, whatever the order of the rows.
"""


def sole_source(table, group, source):
    """Groups that rest on one source alone, A to Z, with that source."""
    pairs = table[[group, source]].dropna().drop_duplicates()
    return pairs.drop_duplicates(group, keep=False).set_index(group)[source]
