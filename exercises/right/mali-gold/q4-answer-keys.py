"""Other order of the keys, numpy numbers.

Replaces: q4-answer
"""

import numpy as np


def mirror_gap(partner, reporter):
    gap = {"gap": np.nan, "ratio": np.nan}
    if pd.notna(partner) and pd.notna(reporter) and reporter > 0:
        gap["gap"], gap["ratio"] = np.round(partner - reporter, 1), np.round(partner / reporter, 2)
    return gap
