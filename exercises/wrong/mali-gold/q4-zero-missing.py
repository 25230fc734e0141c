"""Takes a partner's zero for a missing amount.

Replaces: q4-answer
Hint: Is zero the same as missing? Try mirror_gap with a partner who recorded zero.
"""


def mirror_gap(partner, reporter):
    """Ratio and gap of two records of a trade; NaN where they cannot be compared."""
    if not partner or not reporter or pd.isna(partner) or pd.isna(reporter) or reporter < 0:
        return {"ratio": float("nan"), "gap": float("nan")}
    return {"ratio": round(partner / reporter, 2), "gap": round(partner - reporter, 1)}
