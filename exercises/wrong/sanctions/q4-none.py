"""Gives 0 per cent where there was no text.

Replaces: q4-answer
Hint: What does percent say when there was no text at all? No vote is not the same as no split vote.
"""


def split_votes(table, iso3, instrument, first, last):
    """Split votes among the adopted texts on a country and an instrument, first to last year."""
    year = table["voted_on"].str[:4].astype(int)
    rows = table[table["iso3"].eq(iso3) & table["instrument"].eq(instrument) & table["adopted"] & year.between(first, last)]
    split = int((rows["votes_against"].gt(0) | rows["abstentions"].gt(0)).sum())
    return {"split": split, "total": len(rows), "percent": round(split / max(len(rows), 1) * 100, 1)}
