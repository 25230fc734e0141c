"""Keeps the index of the big table.

Replaces: q4-answer
Hint: Look at the index of your result. From which number should it run?
"""


def look_up(votes, numbers):
    """The votes on the resolutions in a list, smallest number first."""
    rows = votes[votes["resolution_number"].isin(numbers)].sort_values("resolution_number")
    return rows[["resolution_number", "voted_on", "instrument", "action"]].astype({"resolution_number": "int64"})
