"""Counts in a loop; the percentage is a numpy number.

Replaces: q4-answer
"""


def split_votes(table, iso3, instrument, first, last):
    """Split votes among the adopted texts on a country and an instrument, first to last year."""
    import numpy as np

    split = total = 0
    for row in table.itertuples():
        inside = first <= int(row.voted_on[:4]) <= last
        if inside and row.adopted and (row.iso3, row.instrument) == (iso3, instrument):
            total += 1
            split += row.votes_against + row.abstentions > 0
    return {"total": total, "percent": np.round(100 * split / total, 1) if total else np.nan, "split": split}
