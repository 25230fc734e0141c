"""Finds the year with the largest number, not the largest percentage.

Replaces: q1-answer
Hint: Largest by what: the count, or the count as a part of the whole? Compute the percentage of every year first.
"""


def peak(table, part, whole):
    """(year, per cent) in which part / whole was highest; the earliest year if there are several."""
    usable = table[table[whole] != 0].sort_values("year").set_index("year")
    year = usable[part].idxmax()
    return int(year), round(float(usable.loc[year, part] / usable.loc[year, whole] * 100), 1)
