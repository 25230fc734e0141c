"""Sorts the list that it was given in place.

Replaces: q3-answer
Hint: Look at the list that you gave to spells after the call. Is it still what it was?
"""


def spells(years, gap=1):
    """Number of unbroken runs of years; a step larger than gap breaks a run."""
    if isinstance(years, list):
        years.sort()
    active = sorted(set(years))
    if not active:
        return 0
    return 1 + sum(later - earlier > gap for earlier, later in zip(active, active[1:]))
