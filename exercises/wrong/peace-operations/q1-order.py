"""Orders by the number of the resolution instead of the day of the vote.

Replaces: q1-answer
Hint: What decides the order of your list? The numbers usually follow the votes, but nothing in a table guarantees it:
sort by what the task names.
"""


def split_votes(votes, iso3, instrument):
    """Numbers of the resolutions adopted without unanimity, earliest vote first."""
    rows = votes[(votes["iso3"] == iso3) & (votes["instrument"] == instrument) & votes["adopted"] & ~votes["unanimous"]]
    return sorted(int(number) for number in rows["resolution_number"])
