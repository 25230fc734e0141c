"""Accepts two dates that may be the same day.

Replaces: q4-answer
Hint: Does the same day come after itself? Try one date twice.
"""


def days_between(first, second):
    """Fewest and most days from one date to another, each a day, a month or a year."""
    a, b = pd.Period(first), pd.Period(second)
    fewest = (b.start_time.normalize() - a.end_time.normalize()).days
    if fewest < 0:
        raise ValueError(f"{second} may not come after {first}")
    return fewest, (b.end_time.normalize() - a.start_time.normalize()).days
