"""Gives an empty row to a number that the table does not hold.

Replaces: q4-answer
Hint: What does look_up return for a number that is not in the table? A row of blanks is not an answer.
"""


def look_up(votes, numbers):
    """The votes on the resolutions in a list, smallest number first."""
    wanted = pd.DataFrame({"resolution_number": sorted(numbers)}, dtype="int64")
    rows = wanted.merge(votes, on="resolution_number", how="left")
    return rows[["resolution_number", "voted_on", "instrument", "action"]]
