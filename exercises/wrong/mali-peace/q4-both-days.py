"""Counts the first and the last day as well.

Replaces: q4-answer
Hint: How many days are there from one day to the next? Try two days in a row.
"""


def days_between(first, second):
    """Fewest and most days from one date to another, each a day, a month or a year."""
    a, b = pd.Period(first), pd.Period(second)
    fewest = (b.start_time.normalize() - a.end_time.normalize()).days + 1
    if fewest <= 1:
        raise ValueError(f"{second} may not come after {first}")
    return fewest, (b.end_time.normalize() - a.start_time.normalize()).days + 1
