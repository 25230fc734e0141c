"""Aggregates number and first source in one step.

Replaces: q5-answer
"""


def sole_source(table, group, source):
    """Groups that rest on one source alone, A to Z, with that source."""
    known = table[table[group].notna() & table[source].notna()]
    each = known.groupby(group)[source].agg(["nunique", "first"])
    return each.loc[each["nunique"] == 1, "first"].rename("the only source")
