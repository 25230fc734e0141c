"""Computes without asking whether the two amounts can be compared.

Replaces: q4-answer
Hint: Try mirror_gap with a reporter of zero, and with a missing amount. What does the task want then?
"""


def mirror_gap(partner, reporter):
    """Ratio and gap of two records of a trade; NaN where they cannot be compared."""
    return {"ratio": round(partner / reporter, 2), "gap": round(partner - reporter, 1)}
