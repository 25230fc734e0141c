"""Does not use gap.

Replaces: q3-answer
Hint: One of the two arguments is not used yet. Should a larger gap not join some spells?
"""


def spells(years, gap=1):
    """Number of unbroken runs of years; a step larger than gap breaks a run."""
    active = sorted(set(years))
    if not active:
        return 0
    return 1 + sum(later - earlier > 1 for earlier, later in zip(active, active[1:]))
