"""Takes the last pause instead of the longest.

Replaces: q3-answer
Hint: Which of the pauses does your function return? The most recent one need not be the longest.
"""


def longest_pause(days):
    """Days between two neighbouring different days of a Series, at most; NaN where there are no two."""
    dates = pd.to_datetime(days.dropna().drop_duplicates()).sort_values()
    return int((dates.iloc[-1] - dates.iloc[-2]).days) if len(dates) > 1 else float("nan")
