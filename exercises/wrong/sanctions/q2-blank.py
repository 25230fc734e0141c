"""Counts every blank as another ground.

Replaces: q2-answer
Hint: A blank counts as "not this ground" in both of your bounds. For one bound it should: what could it be for the
other?
"""


def lead_bounds(a, b, ground):
    """Smallest and largest difference of two shares, in percentage points, given the blanks."""
    if len(a) == 0 or len(b) == 0:
        return {"lowest": float("nan"), "highest": float("nan")}
    lead = round(float((a.eq(ground).mean() - b.eq(ground).mean()) * 100), 1)
    return {"lowest": lead, "highest": lead}
