"""Fills the blanks for the worst and for the best case.

Replaces: q2-answer
"""


def lead_bounds(a, b, ground):
    """Smallest and largest difference of two shares, in percentage points, given the blanks."""

    def share(codes, blank):
        return 100 * sum(blank if pd.isna(code) else code == ground for code in codes) / len(codes)

    if not (len(a) and len(b)):
        return dict.fromkeys(["highest", "lowest"], float("nan"))
    return {"highest": round(share(a, 1) - share(b, 0), 1), "lowest": round(share(a, 0) - share(b, 1), 1)}
