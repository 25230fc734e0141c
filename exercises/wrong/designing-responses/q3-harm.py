"""Takes harm for safety, without turning it round.

Replaces: q3-answer
Hint: Does an option that does much harm score high with you? Safety is not harm: turn the column round first.
"""


def weighted_scores(table, weights):
    """Weighted scores of options, highest first; equal scores A to Z."""
    merits = table[["evidence", "consent", "reach"]].assign(safety=table["harm"])
    parts = pd.Series(weights, dtype=float) / sum(weights.values())
    return merits.mul(parts).sum(axis=1).round(3).sort_index().sort_values(ascending=False, kind="stable")
