"""Lets the last row of a State meet the first of the next.

Replaces: q5-answer
Hint: With which row does the last year of a State meet in your function? Two rows must belong to the same State.
"""


def persistence(table, tier, without=()):
    """Of the rows with a tier and a next year: how many stayed, how many there are, per cent."""
    rows = table[~table["iso3"].isin(list(without))].sort_values(["iso3", "year"])
    later = rows["tier"].shift(-1)
    now = (rows["tier"] == tier) & later.notna()
    stayed, total = int((now & (later == tier)).sum()), int(now.sum())
    return {"stayed": stayed, "all": total, "pct": round(100 * stayed / total, 1) if total else float("nan")}
