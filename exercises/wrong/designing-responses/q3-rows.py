"""Leaves equal scores in the order of the rows.

Replaces: q3-answer
Hint: In which order do options with equal scores stand? Shuffle the rows of the table: your result must stay the same.
"""


def weighted_scores(table, weights):
    """Weighted scores of options, highest first; equal scores A to Z."""
    merits = table[["evidence", "consent", "reach"]].assign(safety=6 - table["harm"])
    parts = pd.Series(weights, dtype=float) / sum(weights.values())
    return merits.mul(parts).sum(axis=1).round(3).sort_values(ascending=False, kind="stable")
