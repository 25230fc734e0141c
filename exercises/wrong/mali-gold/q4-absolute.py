"""Drops the sign of the gap.

Replaces: q4-answer
Hint: A gap can go either way. Try mirror_gap with a partner who recorded less than the reporter.
"""


def mirror_gap(partner, reporter):
    """Ratio and gap of two records of a trade; NaN where they cannot be compared."""
    if pd.isna(partner) or pd.isna(reporter) or reporter <= 0:
        return {"ratio": float("nan"), "gap": float("nan")}
    return {"ratio": round(partner / reporter, 2), "gap": round(abs(partner - reporter), 1)}
