"""Takes the first row of a tie, not the earlier year.

Replaces: q2-answer
Hint: What if two years have the same number of deaths, and the rows are not in order of years?
"""


def peaks(table, iso3, first, last):
    """The year with most deaths of each kind of violence, in one country and period."""
    rows = table[(table["iso3"] == iso3) & table["year"].between(first, last)].set_index("year")
    found = []
    for kind in ["non_state", "one_sided", "state_based"]:
        deaths = rows[f"{kind}_deaths_best"]
        if deaths.sum() > 0:
            found.append({"kind": kind, "year": deaths.idxmax(), "deaths": deaths.max()})
    return pd.DataFrame(found, columns=["kind", "year", "deaths"])
