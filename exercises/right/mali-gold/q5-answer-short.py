"""Cancels the millions; numpy's rounding.

Replaces: q5-answer
"""

import numpy as np


def implied_price(value_musd, tonnes):
    if value_musd is None or tonnes is None or not tonnes > 0:
        return np.nan
    return np.round(value_musd / tonnes * 31.1034768, 1)
