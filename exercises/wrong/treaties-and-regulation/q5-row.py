"""Takes the next row for the next year.

Replaces: q5-answer
Hint: Is the next row of a State always its next year? Reports can be missing: compare the two years.
"""


def persistence(table, tier, without=()):
    """Of the rows with a tier and a next year: how many stayed, how many there are, per cent."""
    rows = table[~table["iso3"].isin(list(without))].sort_values(["iso3", "year"])
    later = rows.groupby("iso3")["tier"].shift(-1)
    now = (rows["tier"] == tier) & later.notna()
    stayed, total = int((now & (later == tier)).sum()), int(now.sum())
    return {"stayed": stayed, "all": total, "pct": round(100 * stayed / total, 1) if total else float("nan")}
