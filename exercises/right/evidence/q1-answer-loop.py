"""Looks at the cells one by one.

Replaces: q1-answer
"""


def containing(table, column, text):
    hits = [isinstance(cell, str) and text.lower() in cell.lower() for cell in table[column]]
    return table.loc[pd.Series(hits, index=table.index, dtype=bool)]
