"""Gives a list without entries a share of 0.

Replaces: q2-answer
Hint: What is the share in a list that has no entry? Your function gives one all the same: see the last sentence about
lead_bounds.
"""


def lead_bounds(a, b, ground):
    """Smallest and largest difference of two shares, in percentage points, given the blanks."""
    of_a, of_b = max(len(a), 1), max(len(b), 1)
    low_a, high_a = a.eq(ground).sum() / of_a, (a.eq(ground) | a.isna()).sum() / of_a
    low_b, high_b = b.eq(ground).sum() / of_b, (b.eq(ground) | b.isna()).sum() / of_b
    return {"lowest": round(float(low_a - high_b) * 100, 1), "highest": round(float(high_a - low_b) * 100, 1)}
