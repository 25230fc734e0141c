"""Sorts the days in a set and subtracts in a loop.

Replaces: q3-answer
"""


def longest_pause(days):
    """Days between two neighbouring different days of a Series, at most; NaN where there are no two."""
    from datetime import date

    ordered = sorted({date.fromisoformat(day) for day in days if pd.notna(day)})
    gaps = [(later - day).days for day, later in zip(ordered, ordered[1:])]
    return float(max(gaps)) if gaps else float("nan")
