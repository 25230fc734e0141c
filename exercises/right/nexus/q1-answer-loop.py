"""Looks at the years one by one.

Replaces: q1-answer
"""


def peak(table, part, whole):
    best = None
    for year, above, below in sorted(zip(table["year"], table[part], table[whole])):
        if pd.isna(above) or pd.isna(below) or below == 0:
            continue
        if best is None or above / below > best[1]:
            best = year, above / below
    return best[0], round(best[1] * 100, 1)
