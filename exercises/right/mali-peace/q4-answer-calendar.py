"""Counts with Python's own dates.

Replaces: q4-answer
"""

import calendar
from datetime import date


def days_between(first, second):
    def ends(text):
        parts = [int(part) for part in text.split("-")]
        year, month = parts[0], parts[1:2] or [1, 12]
        last = parts[2] if len(parts) == 3 else calendar.monthrange(year, month[-1])[1]
        return date(year, month[0], parts[2] if len(parts) == 3 else 1), date(year, month[-1], last)

    a, b = ends(first), ends(second)
    if not b[0] > a[1]:
        raise ValueError("not sure to come after")
    return (b[0] - a[1]).days, (b[1] - a[0]).days
