"""Forgets the instrument: takes all split votes on the country.

Replaces: q1-answer
Hint: Your list mixes decisions of different kinds. Use all the arguments of your function.
"""


def split_votes(votes, iso3, instrument):
    """Numbers of the resolutions adopted without unanimity, earliest vote first."""
    rows = votes[(votes["iso3"] == iso3) & votes["adopted"] & ~votes["unanimous"]]
    return [int(number) for number in rows.sort_values("voted_on")["resolution_number"]]
