"""Subtracts neighbours in the order of the rows.

Replaces: q3-answer
Hint: In which order do the days stand when you subtract? A day and the next day of the Series are not neighbours in
time unless you make them so.
"""


def longest_pause(days):
    """Days between two neighbouring different days of a Series, at most; NaN where there are no two."""
    dates = pd.to_datetime(days.dropna().drop_duplicates())
    return int(dates.diff().dt.days.abs().max()) if len(dates) > 1 else float("nan")
