"""Reads the split from the votes against and the abstentions.

Replaces: q1-answer
"""


def split_votes(votes, iso3, instrument):
    """Numbers of the resolutions adopted without unanimity, earliest vote first."""
    dissent = votes["votes_against"] + votes["abstentions"] > 0
    rows = votes[(votes["iso3"] == iso3) & (votes["instrument"] == instrument) & (votes["adopted"].eq(True)) & dissent]
    return rows.sort_values("voted_on")["resolution_number"].astype(int).tolist()
