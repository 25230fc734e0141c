"""Leaves out the last year.

Replaces: q4-answer
Hint: Which years does your function keep? Test it on one year, from that year to itself: both ends are included.
"""


def split_votes(table, iso3, instrument, first, last):
    """Split votes among the adopted texts on a country and an instrument, first to last year."""
    year = table["voted_on"].str[:4].astype(int)
    rows = table[table["iso3"].eq(iso3) & table["instrument"].eq(instrument) & table["adopted"] & (year >= first) & (year < last)]
    split = int((rows["votes_against"].gt(0) | rows["abstentions"].gt(0)).sum())
    return {"split": split, "total": len(rows), "percent": round(split / len(rows) * 100, 1) if len(rows) else float("nan")}
