"""Takes a score that was not given for a zero.

Replaces: q5-answer
Hint: An indicator that was not scored has no score; the scale begins at 1. What do you put in its place?
"""


def same_basis(table, iso3, group, first, last):
    """Means of two editions over the indicators scored in both, and how many these are."""
    chosen = table[(table["iso3"] == iso3) & (table["indicator_group"] == group)]
    wide = chosen.pivot(index="indicator", columns="edition", values="score_1_to_10")
    wide = wide.reindex(columns=[first, last]).fillna(0)
    if len(wide) == 0:
        return float("nan"), float("nan"), 0
    return float(wide[first].mean()), float(wide[last].mean()), len(wide)
