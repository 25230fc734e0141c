"""Looks for names that begin with Government, in every type of violence.

Replaces: q1-answer
Hint: A government can also stand in rows of another type of violence. Which column tells the types apart?
"""


def governments(table, iso3):
    """Names on side_a in the state-based rows of a country, each once, A to Z."""
    names = table.loc[table["iso3"] == iso3, "side_a"].unique()
    return sorted(name for name in names if name.startswith("Government"))
