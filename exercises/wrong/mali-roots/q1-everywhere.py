"""Does not choose the country.

Replaces: q1-answer
Hint: One of the two arguments is not used yet. Try two countries: do their lists differ?
"""


def governments(table, iso3):
    """Names on side_a in the state-based rows of a country, each once, A to Z."""
    return sorted(table.loc[table["violence_type"] == "state_based", "side_a"].unique())
