"""Leaves the names in the order in which they come.

Replaces: q1-answer
Hint: In which order are your names? Try a table in which they do not come in alphabetical order.
"""


def governments(table, iso3):
    """Names on side_a in the state-based rows of a country, each once, A to Z."""
    rows = table[(table["iso3"] == iso3) & (table["violence_type"] == "state_based")]
    return list(rows["side_a"].unique())
