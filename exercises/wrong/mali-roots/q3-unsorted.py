"""Takes the years in the order in which they stand.

Replaces: q3-answer
Hint: Years may stand in any order. Try spells on a list that is not sorted.
"""


def spells(years, gap=1):
    """Number of unbroken runs of years; a step larger than gap breaks a run."""
    active = list(years)
    if not active:
        return 0
    return 1 + sum(later - earlier > gap for earlier, later in zip(active, active[1:]))
