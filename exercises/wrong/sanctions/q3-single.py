"""Finds a pause of 0 days where all days are the same.

Replaces: q3-answer
Hint: What does your function return when all the days are the same one? Then there is no next day, and no pause that
could be measured.
"""


def longest_pause(days):
    """Days between two neighbouring different days of a Series, at most; NaN where there are no two."""
    dates = pd.to_datetime(days.dropna()).sort_values()
    return int(dates.diff().dt.days.max()) if len(dates) > 1 else float("nan")
