"""Lets numpy divide zero by zero.

Replaces: q2-answer
"""

import numpy as np


def pooled_share(table, column):
    both = table[[column, "agreements_count"]].dropna().astype(float).sum()
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.round(np.float64(both[column]) / np.float64(both["agreements_count"]) * 100, 1)
