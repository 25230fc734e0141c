"""Counts a blank as a code of its own.

Replaces: q2-answer
Hint: Is "blank" one of your codes? A pair with a blank on either side tells nothing about agreement and is left out.
"""


def kappa(a, b):
    """Cohen's kappa of two Series of codes, 3 decimals; pairs with a blank are left out."""
    both = pd.DataFrame({"a": a, "b": b}).fillna("blank")
    agreed = (both["a"] == both["b"]).mean()
    labels = set(both["a"]) | set(both["b"])
    by_luck = sum((both["a"] == label).mean() * (both["b"] == label).mean() for label in labels)
    return float("nan") if by_luck == 1 else round(float((agreed - by_luck) / (1 - by_luck)), 3)
