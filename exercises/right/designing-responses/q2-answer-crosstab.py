"""Reads agreement and chance from a cross table; a numpy number.

Replaces: q2-answer
"""


def kappa(a, b):
    """Cohen's kappa of two Series of codes, 3 decimals; pairs with a blank are left out."""
    import numpy as np

    counts = pd.crosstab(a[a.notna() & b.notna()], b[a.notna() & b.notna()])
    labels = counts.index.union(counts.columns)
    square = counts.reindex(index=labels, columns=labels, fill_value=0).to_numpy(dtype=float)
    if square.sum() == 0 or len(labels) == 1:
        return np.nan
    square = square / square.sum()
    luck = (square.sum(axis=0) * square.sum(axis=1)).sum()
    return np.round((np.trace(square) - luck) / (1 - luck), 3)
