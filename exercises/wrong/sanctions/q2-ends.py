"""Subtracts low from low and high from high.

Replaces: q2-answer
Hint: The blanks of the two lists need not turn out the same way. For the smallest lead, what would each of the two
shares have to be?
"""


def lead_bounds(a, b, ground):
    """Smallest and largest difference of two shares, in percentage points, given the blanks."""
    if len(a) == 0 or len(b) == 0:
        return {"lowest": float("nan"), "highest": float("nan")}
    low = (a.eq(ground).mean() - b.eq(ground).mean()) * 100
    high = ((a.eq(ground) | a.isna()).mean() - (b.eq(ground) | b.isna()).mean()) * 100
    return {"lowest": round(float(min(low, high)), 1), "highest": round(float(max(low, high)), 1)}
