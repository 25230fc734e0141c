"""Sorts by percentage and year, and returns numpy numbers.

Replaces: q1-answer
"""

import numpy as np


def peak(table, part, whole):
    share = table[part] / table[whole].where(table[whole] != 0) * 100
    first = table.assign(share=share).dropna(subset=["share"]).sort_values(["share", "year"], ascending=[False, True]).iloc[0]
    return np.int64(first["year"]), np.round(first["share"], 1)
