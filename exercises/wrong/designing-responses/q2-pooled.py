"""Pools the frequencies of the two coders.

Replaces: q2-answer
Hint: Each coder has frequencies of their own. Yours are the average of the two: that is another measure of agreement.
"""


def kappa(a, b):
    """Cohen's kappa of two Series of codes, 3 decimals; pairs with a blank are left out."""
    both = pd.DataFrame({"a": a, "b": b}).dropna()
    shares = pd.concat([both["a"], both["b"]]).value_counts(normalize=True)
    if len(shares) < 2:
        return float("nan")
    by_luck = (shares**2).sum()
    return round(float(((both["a"] == both["b"]).mean() - by_luck) / (1 - by_luck)), 3)
