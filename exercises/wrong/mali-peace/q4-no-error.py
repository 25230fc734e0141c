"""Accepts a second date that may come before the first.

Replaces: q4-answer
Hint: Try two dates of which the second may come first. What does the task want then?
"""


def days_between(first, second):
    """Fewest and most days from one date to another, each a day, a month or a year."""
    a, b = pd.Period(first), pd.Period(second)
    fewest = (b.start_time.normalize() - a.end_time.normalize()).days
    return fewest, (b.end_time.normalize() - a.start_time.normalize()).days
