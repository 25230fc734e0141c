"""Returns nothing at all where the earlier mean is zero.

Replaces: q5-answer
Hint: What if nobody died in the years before? One of the three numbers cannot be computed, the others can.
"""


def before_after(s, event, n):
    """Means of n years before and after an event, and the change in per cent."""
    earlier, later = s.reindex(range(event - n, event)), s.reindex(range(event + 1, event + n + 1))
    b, a = float(earlier.mean()), float(later.mean())
    if earlier.isna().any() or later.isna().any() or b == 0:
        return {"before": float("nan"), "after": float("nan"), "change_pct": float("nan")}
    return {"before": round(b, 1), "after": round(a, 1), "change_pct": round((a / b - 1) * 100, 1)}
