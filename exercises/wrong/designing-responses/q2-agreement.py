"""Returns the plain share of agreement.

Replaces: q2-answer
Hint: How often would two coders agree by luck alone? Your result does not subtract that.
"""


def kappa(a, b):
    """Cohen's kappa of two Series of codes, 3 decimals; pairs with a blank are left out."""
    both = pd.DataFrame({"a": a, "b": b}).dropna()
    return round(float((both["a"] == both["b"]).mean()), 3) if len(both) else float("nan")
