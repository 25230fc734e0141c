"""Counts last years, which nothing follows, as years in which the tier changed.

Replaces: q5-answer
Hint: What does your function do with a year after which there is no report? It can say neither stayed nor changed, so
it is not one of "all".
"""


def persistence(table, tier, without=()):
    """Of the rows with a tier and a next year: how many stayed, how many there are, per cent."""
    rows = table[~table["iso3"].isin(list(without))].sort_values(["iso3", "year"])
    later = rows.groupby("iso3")[["year", "tier"]].shift(-1)
    now = rows["tier"] == tier
    stayed = int((now & (later["tier"] == tier) & (later["year"] == rows["year"] + 1)).sum())
    total = int(now.sum())
    return {"stayed": stayed, "all": total, "pct": round(100 * stayed / total, 1) if total else float("nan")}
