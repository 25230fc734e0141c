"""Rounds the shares to whole per cent before it subtracts.

Replaces: q2-answer
Hint: You round before you subtract, and the difference keeps the error. Round once, at the end.
"""


def lead_bounds(a, b, ground):
    """Smallest and largest difference of two shares, in percentage points, given the blanks."""
    if len(a) == 0 or len(b) == 0:
        return {"lowest": float("nan"), "highest": float("nan")}
    low_a, high_a = round(a.eq(ground).mean() * 100), round((a.eq(ground) | a.isna()).mean() * 100)
    low_b, high_b = round(b.eq(ground).mean() * 100), round((b.eq(ground) | b.isna()).mean() * 100)
    return {"lowest": float(low_a - high_b), "highest": float(high_a - low_b)}
