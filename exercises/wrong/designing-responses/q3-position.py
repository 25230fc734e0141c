"""Pairs weights and columns by their place.

Replaces: q3-answer
Hint: Does each weight meet the column of its own name? The keys of a dict may stand in any order.
"""


def weighted_scores(table, weights):
    """Weighted scores of options, highest first; equal scores A to Z."""
    merits = table[["evidence", "consent", "reach"]].assign(safety=6 - table["harm"])
    parts = [weight / sum(weights.values()) for weight in weights.values()]
    return merits.mul(parts).sum(axis=1).round(3).sort_index().sort_values(ascending=False, kind="stable")
