"""Takes side_a of every type of violence.

Replaces: q1-answer
Hint: Which rows do you keep? Not every name on side_a is a government.
"""


def governments(table, iso3):
    """Names on side_a in the state-based rows of a country, each once, A to Z."""
    return sorted(table.loc[table["iso3"] == iso3, "side_a"].unique())
