"""Sorts by deaths and year instead of searching a maximum; numpy integers, keys in another order.

Replaces: q1-answer
"""


def peak(table, iso3, kind):
    """Year with the highest best estimate of one country, and its three estimates."""
    columns = [f"{kind}_deaths_{end}" for end in ("high", "best", "low")]
    rows = table.loc[table["iso3"].eq(iso3), ["year", *columns]].sort_values([columns[1], "year"], ascending=[False, True])
    if len(rows) == 0:
        return None
    year, high, best, low = rows.to_numpy()[0]
    return {"high": high, "low": low, "best": best, "year": year}
