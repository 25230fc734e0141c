"""Joins the list to the table; nullable whole numbers.

Replaces: q4-answer
"""


def look_up(votes, numbers):
    known = votes.dropna(subset=["resolution_number"]).astype({"resolution_number": "Int64"})
    wanted = pd.DataFrame({"resolution_number": pd.array(sorted(numbers), dtype="Int64")})
    rows = wanted.merge(known, on="resolution_number")
    return rows[["resolution_number", "voted_on", "instrument", "action"]]
