"""Sums of trues, as numpy's whole numbers.

Replaces: q1-answer
"""


def speaks(table, column):
    cells = table[column].astype("string").str.strip().str.casefold()
    blank = cells.isna() | cells.eq("").fillna(False)
    unsaid = cells.eq("not stated").fillna(False)
    return {"blank": blank.sum(), "not stated": unsaid.sum(), "stated": (~blank & ~unsaid).sum()}
