"""Looks at abstentions only, and forgets votes against.

Replaces: q4-answer
Hint: A text can be split without a single abstention. What else makes a vote split in the words of the task?
"""


def split_votes(table, iso3, instrument, first, last):
    """Split votes among the adopted texts on a country and an instrument, first to last year."""
    year = table["voted_on"].str[:4].astype(int)
    rows = table[table["iso3"].eq(iso3) & table["instrument"].eq(instrument) & table["adopted"] & year.between(first, last)]
    split = int(rows["abstentions"].gt(0).sum())
    return {"split": split, "total": len(rows), "percent": round(split / len(rows) * 100, 1) if len(rows) else float("nan")}
