"""Computes the change from the rounded means.

Replaces: q5-answer
Hint: At which step do you round? Look at the two numbers from which you take the change.
"""


def before_after(s, event, n):
    """Means of n years before and after an event, and the change in per cent."""
    earlier, later = s.reindex(range(event - n, event)), s.reindex(range(event + 1, event + n + 1))
    if earlier.isna().any() or later.isna().any():
        return {"before": float("nan"), "after": float("nan"), "change_pct": float("nan")}
    b, a = round(float(earlier.mean()), 1), round(float(later.mean()), 1)
    return {"before": b, "after": a, "change_pct": round((a / b - 1) * 100, 1) if b else float("nan")}
