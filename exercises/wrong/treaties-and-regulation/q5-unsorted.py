"""Trusts the order of the rows.

Replaces: q5-answer
Hint: Does your function still find the next year when the rows stand in another order? The task promises no order.
"""


def persistence(table, tier, without=()):
    """Of the rows with a tier and a next year: how many stayed, how many there are, per cent."""
    rows = table[~table["iso3"].isin(list(without))]
    later = rows.groupby("iso3")[["year", "tier"]].shift(-1)
    now = (rows["tier"] == tier) & (later["year"] == rows["year"] + 1)
    stayed, total = int((now & (later["tier"] == tier)).sum()), int(now.sum())
    return {"stayed": stayed, "all": total, "pct": round(100 * stayed / total, 1) if total else float("nan")}
