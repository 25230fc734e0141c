"""Leaves the rows in the order of the table.

Replaces: q4-answer
Hint: In which order are the rows? The task does not want the order in which they happen to stand in the table.
"""


def look_up(votes, numbers):
    """The votes on the resolutions in a list, smallest number first."""
    rows = votes.loc[votes["resolution_number"].isin(numbers), ["resolution_number", "voted_on", "instrument", "action"]]
    return rows.astype({"resolution_number": "int64"}).reset_index(drop=True)
