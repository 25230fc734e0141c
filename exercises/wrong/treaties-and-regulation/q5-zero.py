"""Gives 0 per cent where there is nothing to divide by.

Replaces: q5-answer
Hint: What does pct say when there is no row with this tier and a next year? Nothing to divide by is not a share of
zero.
"""


def persistence(table, tier, without=()):
    """Of the rows with a tier and a next year: how many stayed, how many there are, per cent."""
    rows = table[~table["iso3"].isin(list(without))].sort_values(["iso3", "year"])
    later = rows.groupby("iso3")[["year", "tier"]].shift(-1)
    now = (rows["tier"] == tier) & (later["year"] == rows["year"] + 1)
    stayed, total = int((now & (later["tier"] == tier)).sum()), int(now.sum())
    return {"stayed": stayed, "all": total, "pct": round(100 * stayed / max(total, 1), 1)}
