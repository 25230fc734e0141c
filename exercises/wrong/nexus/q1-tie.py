"""Takes the first row of a tie, not the earliest year.

Replaces: q1-answer
Hint: What if two years share the highest percentage, and the rows are not in order of years?
"""


def peak(table, part, whole):
    """(year, per cent) in which part / whole was highest; the earliest year if there are several."""
    usable = table[table[whole] > 0].set_index("year")
    share = usable[part] / usable[whole] * 100
    return int(share.idxmax()), round(float(share.max()), 1)
