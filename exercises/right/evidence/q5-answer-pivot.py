"""Sets the editions side by side; numpy's numbers.

Replaces: q5-answer
"""


def same_basis(table, iso3, group, first, last):
    chosen = table[(table["iso3"] == iso3) & (table["indicator_group"] == group)]
    wide = chosen.pivot(index="indicator", columns="edition", values="score_1_to_10")
    wide = wide.reindex(columns=[first, last]).dropna()
    return wide[first].mean(), wide[last].mean(), wide.shape[0]
