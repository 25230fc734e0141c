"""Looks up the list cited, whatever numbers are asked for.

Replaces: q4-answer
Hint: Inside look_up use only its arguments. Try it with a list of one number.
"""


def look_up(votes, numbers):
    """The votes on the resolutions in a list, smallest number first."""
    rows = votes[votes["resolution_number"].isin(cited)].sort_values("resolution_number")
    rows = rows[["resolution_number", "voted_on", "instrument", "action"]]
    return rows.astype({"resolution_number": "int64"}).reset_index(drop=True)
