"""Looks every year up in a dictionary.

Replaces: q2-answer
"""


def by_year(table, column, first, last):
    values = dict(zip(table["year"], table[column]))
    years = list(range(first, last + 1))
    return pd.Series([values.get(year) for year in years], index=years, dtype=float)
