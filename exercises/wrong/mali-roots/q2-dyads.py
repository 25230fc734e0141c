"""Finds the year with most dyads or actors, not most deaths.

Replaces: q2-answer
Hint: Highest by what? Check from which column you take the year and from which the deaths.
"""


def peaks(table, iso3, first, last):
    """The year with most deaths of each kind of violence, in one country and period."""
    rows = table[(table["iso3"] == iso3) & table["year"].between(first, last)].sort_values("year").set_index("year")
    found = []
    for kind, count in [("non_state", "dyads"), ("one_sided", "actors"), ("state_based", "dyads")]:
        deaths = rows[f"{kind}_deaths_best"]
        if deaths.sum() > 0:
            found.append({"kind": kind, "year": rows[f"{kind}_{count}"].idxmax(), "deaths": deaths.max()})
    return pd.DataFrame(found, columns=["kind", "year", "deaths"])
