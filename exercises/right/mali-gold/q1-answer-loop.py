"""Counts with a dictionary; the index has no name.

Replaces: q1-answer
"""


def rows_per(table, column):
    counts = {}
    for value in table[column].dropna():
        counts[value] = counts.get(value, 0) + 1
    order = sorted(counts, key=lambda value: (-counts[value], value))
    return pd.Series([counts[value] for value in order], index=order, dtype="int64")
