"""Lets only the blanks of the first list vary.

Replaces: q2-answer
Hint: Both lists have blanks. Where do those of the second list enter your bounds?
"""


def lead_bounds(a, b, ground):
    """Smallest and largest difference of two shares, in percentage points, given the blanks."""
    if len(a) == 0 or len(b) == 0:
        return {"lowest": float("nan"), "highest": float("nan")}
    of_b = b.eq(ground).mean()
    low, high = a.eq(ground).mean() - of_b, (a.eq(ground) | a.isna()).mean() - of_b
    return {"lowest": round(float(low * 100), 1), "highest": round(float(high * 100), 1)}
