"""Counts the homicides first; numpy's rounding.

Replaces: q5-answer
"""

import numpy as np


def break_even(deaths, rate, population):
    if any(value is None or value != value for value in (deaths, rate, population)):
        return np.nan
    homicides = population / 1e5 * rate
    if rate <= 0 or homicides <= 0:
        return np.nan
    return np.round(100 * deaths / homicides, 1)
