"""Takes an absent member for a split.

Replaces: q4-answer
Hint: A vote can lack one of the members without anybody refusing. Read the sentence about a text with 14 votes again:
which columns tell the two apart?
"""


def split_votes(table, iso3, instrument, first, last):
    """Split votes among the adopted texts on a country and an instrument, first to last year."""
    year = table["voted_on"].str[:4].astype(int)
    rows = table[table["iso3"].eq(iso3) & table["instrument"].eq(instrument) & table["adopted"] & year.between(first, last)]
    split = int((~rows["unanimous"]).sum())
    return {"split": split, "total": len(rows), "percent": round(split / len(rows) * 100, 1) if len(rows) else float("nan")}
