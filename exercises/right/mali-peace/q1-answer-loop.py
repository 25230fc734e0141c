"""Sorts the cells one by one.

Replaces: q1-answer
"""


def speaks(table, column):
    counts = {"stated": 0, "not stated": 0, "blank": 0}
    for cell in table[column]:
        words = "" if pd.isna(cell) else cell.strip().lower()
        counts["blank" if not words else "not stated" if words == "not stated" else "stated"] += 1
    return counts
