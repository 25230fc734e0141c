"""Counts drafts that were not adopted.

Replaces: q4-answer
Hint: Was every text that you count adopted? Look at the column that says so.
"""


def split_votes(table, iso3, instrument, first, last):
    """Split votes among the adopted texts on a country and an instrument, first to last year."""
    year = table["voted_on"].str[:4].astype(int)
    rows = table[table["iso3"].eq(iso3) & table["instrument"].eq(instrument) & year.between(first, last)]
    split = int((rows["votes_against"].gt(0) | rows["abstentions"].gt(0)).sum())
    return {"split": split, "total": len(rows), "percent": round(split / len(rows) * 100, 1) if len(rows) else float("nan")}
