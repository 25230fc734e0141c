"""Takes the time from the first day to the last.

Replaces: q3-answer
Hint: You measure from the first day to the last. A pause ends with the next day on the list, so there are several: look
for the longest of them.
"""


def longest_pause(days):
    """Days between two neighbouring different days of a Series, at most; NaN where there are no two."""
    dates = pd.to_datetime(days.dropna().drop_duplicates())
    return int((dates.max() - dates.min()).days) if len(dates) > 1 else float("nan")
