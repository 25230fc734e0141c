"""Divides by zero, and the infinite share wins.

Replaces: q1-answer
Hint: What does pandas give for a number divided by zero, and where does that stand among the percentages?
"""


def peak(table, part, whole):
    """(year, per cent) in which part / whole was highest; the earliest year if there are several."""
    by_year = table.sort_values("year").set_index("year")
    share = by_year[part] / by_year[whole] * 100
    return int(share.idxmax()), round(float(share.max()), 1)
