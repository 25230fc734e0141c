"""Calls it full agreement when there is only one code.

Replaces: q2-answer
Hint: What does your function return when both coders use one and the same code throughout? They could not have
disagreed: see what the task says about an expected agreement of 1.
"""


def kappa(a, b):
    """Cohen's kappa of two Series of codes, 3 decimals; pairs with a blank are left out."""
    both = pd.DataFrame({"a": a, "b": b}).dropna()
    if both.empty:
        return float("nan")
    agreed = (both["a"] == both["b"]).mean()
    labels = set(both["a"]) | set(both["b"])
    by_luck = sum((both["a"] == label).mean() * (both["b"] == label).mean() for label in labels)
    return 1.0 if by_luck == 1 else round(float((agreed - by_luck) / (1 - by_luck)), 3)
