"""Counts both numbers from the first day of the first date.

Replaces: q4-answer
Hint: For the fewest days, on which day does the first date fall at the latest? Try a year or a month as the first date.
"""


def days_between(first, second):
    """Fewest and most days from one date to another, each a day, a month or a year."""
    a, b = pd.Period(first), pd.Period(second)
    fewest = (b.start_time.normalize() - a.start_time.normalize()).days
    if fewest <= 0:
        raise ValueError(f"{second} may not come after {first}")
    return fewest, (b.end_time.normalize() - a.start_time.normalize()).days
