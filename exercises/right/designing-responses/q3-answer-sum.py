"""Writes the sum out and sorts a table.

Replaces: q3-answer
"""


def weighted_scores(table, weights):
    """Weighted scores of options, highest first; equal scores A to Z."""
    whole = sum(weights.values())
    score = weights["evidence"] * table["evidence"] + weights["consent"] * table["consent"]
    score = (score + weights["reach"] * table["reach"] + weights["safety"] * (6 - table["harm"])) / whole
    ranked = pd.DataFrame({"name": table.index, "score": score.round(3).to_numpy()})
    return ranked.sort_values(["score", "name"], ascending=[False, True]).set_index("name")["score"]
