"""Takes largest values of a long table; the deaths are decimals.

Replaces: q2-answer
"""


def peaks(table, iso3, first, last):
    rows = table[(table["iso3"] == iso3) & table["year"].between(first, last)].set_index("year").sort_index()
    best = rows[["non_state_deaths_best", "one_sided_deaths_best", "state_based_deaths_best"]].astype(float)
    best.columns = ["non_state", "one_sided", "state_based"]
    best = best.loc[:, best.sum() > 0]
    return pd.DataFrame({"kind": list(best), "year": [best[kind].idxmax() for kind in best], "deaths": best.max().tolist()})
