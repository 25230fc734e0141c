"""Refuses a reporter of zero, but not one below zero.

Replaces: q4-answer
Hint: Which reporters does the task rule out? Zero is not the only one.
"""


def mirror_gap(partner, reporter):
    """Ratio and gap of two records of a trade; NaN where they cannot be compared."""
    if pd.isna(partner) or pd.isna(reporter) or reporter == 0:
        return {"ratio": float("nan"), "gap": float("nan")}
    return {"ratio": round(partner / reporter, 2), "gap": round(partner - reporter, 1)}
