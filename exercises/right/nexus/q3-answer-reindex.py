"""Asks for both years at once; numpy's rounding.

Replaces: q3-answer
"""

import numpy as np


def fold(table, iso3, start, end):
    rate = table[table["iso3"] == iso3].set_index("year")["homicides_per_100k"]
    before, after = rate.reindex([start, end])
    return np.round(after / before, 2) if before > 0 else np.nan
