"""Takes a group without any named source for one that rests on one.

Replaces: q5-answer
Hint: Look for a blank among the values of your result. Exactly one source is not the same as "fewer than two".
"""


def sole_source(table, group, source):
    """Groups that rest on one source alone, A to Z, with that source."""
    named = table.dropna(subset=[group])
    how_many = named.groupby(group)[source].nunique()
    first = named.sort_values(source).drop_duplicates(group).set_index(group)[source]
    return first[how_many[how_many < 2].index]
