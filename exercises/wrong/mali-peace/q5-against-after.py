"""Takes the change as a percentage of the later mean.

Replaces: q5-answer
Hint: A change against what? Check what stands below the line.
"""


def before_after(s, event, n):
    """Means of n years before and after an event, and the change in per cent."""
    earlier, later = s.reindex(range(event - n, event)), s.reindex(range(event + 1, event + n + 1))
    if earlier.isna().any() or later.isna().any():
        return {"before": float("nan"), "after": float("nan"), "change_pct": float("nan")}
    b, a = float(earlier.mean()), float(later.mean())
    return {"before": round(b, 1), "after": round(a, 1), "change_pct": round((a - b) / a * 100, 1) if b else float("nan")}
