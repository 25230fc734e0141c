"""Counts a blank source as one source more.

Replaces: q5-answer
Hint: What does your count do with a row whose source is blank? The task leaves such rows out before it counts.
"""


def sole_source(table, group, source):
    """Groups that rest on one source alone, A to Z, with that source."""
    named = table.dropna(subset=[group])
    how_many = named.groupby(group)[source].nunique(dropna=False)
    first = named.drop_duplicates(group).set_index(group)[source]
    return first[how_many[how_many == 1].index]
