"""Supposes that by luck all codes are equally frequent.

Replaces: q2-answer
Hint: Chance is not the same for every code: somebody who uses one code most of the time meets it by luck more often.
Where do the coders' own frequencies enter?
"""


def kappa(a, b):
    """Cohen's kappa of two Series of codes, 3 decimals; pairs with a blank are left out."""
    both = pd.DataFrame({"a": a, "b": b}).dropna()
    labels = set(both["a"]) | set(both["b"])
    if len(labels) < 2:
        return float("nan")
    return round(float(((both["a"] == both["b"]).mean() - 1 / len(labels)) / (1 - 1 / len(labels))), 3)
