"""Takes the pairs with a blank out of the agreement, but not out of the frequencies.

Replaces: q2-answer
Hint: Which rows are in your agreement, and which in the frequencies of each coder? A pair with a blank is left out of
both.
"""


def kappa(a, b):
    """Cohen's kappa of two Series of codes, 3 decimals; pairs with a blank are left out."""
    known = a.notna() & b.notna()
    labels = set(a.dropna()) | set(b.dropna())
    if not known.any() or len(labels) < 2:
        return float("nan")
    agreed = (a[known] == b[known]).mean()
    by_luck = sum(a.dropna().eq(label).mean() * b.dropna().eq(label).mean() for label in labels)
    return round(float((agreed - by_luck) / (1 - by_luck)), 3)
