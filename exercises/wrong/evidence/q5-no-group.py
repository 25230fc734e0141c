"""Forgets to choose the group of indicators.

Replaces: q5-answer
Hint: Which rows do you keep? One of the arguments is not used yet.
"""


def same_basis(table, iso3, group, first, last):
    """Means of two editions over the indicators scored in both, and how many these are."""
    chosen = table[table["iso3"] == iso3].dropna(subset=["score_1_to_10"])
    chosen = chosen.drop_duplicates(["indicator", "edition"])
    wide = chosen.pivot(index="indicator", columns="edition", values="score_1_to_10").reindex(columns=[first, last]).dropna()
    if len(wide) == 0:
        return float("nan"), float("nan"), 0
    return float(wide[first].mean()), float(wide[last].mean()), len(wide)
