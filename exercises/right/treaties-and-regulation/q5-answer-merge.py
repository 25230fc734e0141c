"""Joins each row to the next year of the same State.

Replaces: q5-answer
"""


def persistence(table, tier, without=()):
    """Of the rows with a tier and a next year: how many stayed, how many there are, per cent."""
    rows = table.loc[~table["iso3"].isin(without), ["iso3", "year", "tier"]]
    following = rows.assign(year=rows["year"] - 1)
    pairs = rows[rows["tier"] == tier].merge(following, on=["iso3", "year"], suffixes=("", "_next"))
    stayed = pairs["tier_next"].eq(tier)
    return {"all": stayed.size, "stayed": stayed.sum(), "pct": (100 * stayed.mean()).round(1) if stayed.size else float("nan")}
