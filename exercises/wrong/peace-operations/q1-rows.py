"""Leaves the resolutions in the order of the rows.

Replaces: q1-answer
Hint: In which order does your list stand if the rows of the table do not stand in order? The task asks for the earliest
vote first.
"""


def split_votes(votes, iso3, instrument):
    """Numbers of the resolutions adopted without unanimity, earliest vote first."""
    rows = votes[(votes["iso3"] == iso3) & (votes["instrument"] == instrument) & votes["adopted"] & ~votes["unanimous"]]
    return [int(number) for number in rows["resolution_number"]]
