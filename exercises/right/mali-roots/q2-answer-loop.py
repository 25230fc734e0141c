"""Goes through the kinds; the years and deaths are Python's numbers.

Replaces: q2-answer
"""


def peaks(table, iso3, first, last):
    rows = table[(table["iso3"] == iso3) & (table["year"] >= first) & (table["year"] <= last)]
    found = []
    for kind in ("non_state", "one_sided", "state_based"):
        most = rows[f"{kind}_deaths_best"].max()
        if len(rows) and most > 0:
            year = int(rows.loc[rows[f"{kind}_deaths_best"] == most, "year"].min())
            found.append((kind, year, int(most)))
    return pd.DataFrame(found, columns=["kind", "year", "deaths"])
