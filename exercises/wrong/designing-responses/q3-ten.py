"""Divides by 10, the sum of the weights of this one viewpoint.

Replaces: q3-answer
Hint: By what do you divide? A number that fits these weights is wrong for others: compute it from the weights.
"""


def weighted_scores(table, weights):
    """Weighted scores of options, highest first; equal scores A to Z."""
    merits = table[["evidence", "consent", "reach"]].assign(safety=6 - table["harm"])
    parts = pd.Series(weights, dtype=float) / 10
    return merits.mul(parts).sum(axis=1).round(3).sort_index().sort_values(ascending=False, kind="stable")
