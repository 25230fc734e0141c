"""Turns harm round with 5 instead of 6.

Replaces: q3-answer
Hint: On a scale from 1 to 5, what is the safety of the least harmful option in your code, and of the most harmful one?
Both must lie on the same scale.
"""


def weighted_scores(table, weights):
    """Weighted scores of options, highest first; equal scores A to Z."""
    merits = table[["evidence", "consent", "reach"]].assign(safety=5 - table["harm"])
    parts = pd.Series(weights, dtype=float) / sum(weights.values())
    return merits.mul(parts).sum(axis=1).round(3).sort_index().sort_values(ascending=False, kind="stable")
