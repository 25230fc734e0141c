"""Lets numpy average with weights; a numpy number.

Replaces: q3-answer
"""


def pooled_share(shares, totals):
    """Share of all cases of several years, per cent, 1 decimal; NaN if no year is known."""
    import numpy as np

    years = shares.dropna().index.intersection(totals.dropna().index)
    return np.round(np.average(shares[years].astype(float), weights=totals[years]), 1) if len(years) else np.nan
