"""Fills the blanks with the worst and with the best that they could be; numpy's whole numbers.

Replaces: q3-answer
"""

import numpy as np


def count_range(cases, least_people, least_months):
    counts = []
    for unknown in (-np.inf, np.inf):
        filled = cases[["people", "months"]].astype(float).fillna(unknown)
        counts.append(((filled["people"] >= least_people) & (filled["months"] >= least_months)).sum())
    return tuple(counts)
