"""Counts an indicator as scored because it has a row, though the cell is blank.

Replaces: q5-answer
Hint: A row with a blank is not a score. Look at how many indicators you count, and at what each mean is made of.
"""


def same_basis(table, iso3, group, first, last):
    """Means of two editions over the indicators scored in both, and how many these are."""
    chosen = table[(table["iso3"] == iso3) & (table["indicator_group"] == group)]
    before = chosen[chosen["edition"] == first].set_index("indicator")["score_1_to_10"]
    after = chosen[chosen["edition"] == last].set_index("indicator")["score_1_to_10"]
    shared = before.index.intersection(after.index)
    if len(shared) == 0:
        return float("nan"), float("nan"), 0
    return float(before[shared].mean()), float(after[shared].mean()), len(shared)
