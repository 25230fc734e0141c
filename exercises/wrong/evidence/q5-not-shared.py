"""Counts the shared indicators, but takes the means over all of them.

Replaces: q5-answer
Hint: Over which indicators do you take each mean? Both must rest on the same list.
"""


def same_basis(table, iso3, group, first, last):
    """Means of two editions over the indicators scored in both, and how many these are."""
    chosen = table[(table["iso3"] == iso3) & (table["indicator_group"] == group)].dropna(subset=["score_1_to_10"])
    before, after = chosen[chosen["edition"] == first], chosen[chosen["edition"] == last]
    n = len(set(before["indicator"]) & set(after["indicator"]))
    if n == 0:
        return float("nan"), float("nan"), 0
    return float(before["score_1_to_10"].mean()), float(after["score_1_to_10"].mean()), n
