"""Finds one spell where there are no years.

Replaces: q3-answer
Hint: How many spells does spells find in a list without years?
"""


def spells(years, gap=1):
    """Number of unbroken runs of years; a step larger than gap breaks a run."""
    active = pd.Series(sorted(set(years)), dtype=float)
    return int(1 + (active.diff() > gap).sum())
