"""Leaves the blanks out and so finds no bounds at all.

Replaces: q2-answer
Hint: Your lowest and your highest are the same number: you left the blanks out. The shares are of all listings, and a
blank could still be anything.
"""


def lead_bounds(a, b, ground):
    """Smallest and largest difference of two shares, in percentage points, given the blanks."""
    if len(a.dropna()) == 0 or len(b.dropna()) == 0:
        return {"lowest": float("nan"), "highest": float("nan")}
    lead = round(float((a.dropna().eq(ground).mean() - b.dropna().eq(ground).mean()) * 100), 1)
    return {"lowest": lead, "highest": lead}
