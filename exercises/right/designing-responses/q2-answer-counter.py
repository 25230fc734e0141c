"""Counts with Counter.

Replaces: q2-answer
"""


def kappa(a, b):
    """Cohen's kappa of two Series of codes, 3 decimals; pairs with a blank are left out."""
    from collections import Counter

    pairs = [(x, y) for x, y in zip(a, b) if pd.notna(x) and pd.notna(y)]
    if not pairs:
        return float("nan")
    n, left, right = len(pairs), Counter(x for x, _ in pairs), Counter(y for _, y in pairs)
    luck = sum(left[code] * right[code] for code in left)
    if luck == n * n:
        return float("nan")
    same = sum(x == y for x, y in pairs)
    return round((n * same - luck) / (n * n - luck), 3)
