"""Takes the maximum of each column by itself, so the three estimates can come from different years.

Replaces: q1-answer
Hint: The three estimates must come from the same row. Find that row first, then read all three from it: each column has
a maximum of its own, perhaps in another year.
"""


def peak(table, iso3, kind):
    """Year with the highest best estimate of one country, and its three estimates."""
    rows = table[table["iso3"] == iso3]
    if rows.empty:
        return None
    year = rows.loc[rows[f"{kind}_deaths_best"].idxmax(), "year"]
    return {"year": int(year), **{end: int(rows[f"{kind}_deaths_{end}"].max()) for end in ("low", "best", "high")}}
