"""Begins a new spell where the step is as large as gap.

Replaces: q3-answer
Hint: Does a step that equals gap break a spell? Read "larger than" again, and try two years in a row.
"""


def spells(years, gap=1):
    """Number of unbroken runs of years; a step larger than gap breaks a run."""
    active = sorted(set(years))
    if not active:
        return 0
    return 1 + sum(later - earlier >= gap for earlier, later in zip(active, active[1:]))
