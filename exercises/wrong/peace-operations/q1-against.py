"""Counts only votes against, and takes abstention for agreement.

Replaces: q1-answer
Hint: A member can refuse its support without voting against. Look at the other columns of votes that tell how a vote
went.
"""


def split_votes(votes, iso3, instrument):
    """Numbers of the resolutions adopted without unanimity, earliest vote first."""
    rows = votes[(votes["iso3"] == iso3) & (votes["instrument"] == instrument) & votes["adopted"] & (votes["votes_against"] > 0)]
    return [int(number) for number in rows.sort_values("voted_on")["resolution_number"]]
