"""Numpy numbers instead of Python's.

Replaces: q2-value
"""

import numpy as np

artisanal = by_year(exports, "artisanal_tonnes", 2013, 2021)
missing = list(artisanal[artisanal.isna()].index)
mean_t = np.round(np.nanmean(artisanal.to_numpy()), 2)
