"""Takes the mean of those years that happen to be known.

Replaces: q5-answer
Hint: How many years does each of your means rest on? Try an event near the end of the Series, or beside a blank.
"""


def before_after(s, event, n):
    """Means of n years before and after an event, and the change in per cent."""
    b = float(s.reindex(range(event - n, event)).mean())
    a = float(s.reindex(range(event + 1, event + n + 1)).mean())
    return {"before": round(b, 1), "after": round(a, 1), "change_pct": round((a / b - 1) * 100, 1) if b else float("nan")}
