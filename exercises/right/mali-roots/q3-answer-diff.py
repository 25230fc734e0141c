"""Takes differences in pandas; numpy's whole number.

Replaces: q3-answer
"""


def spells(years, gap=1):
    steps = pd.Series(list(years), dtype=float).drop_duplicates().sort_values().diff()
    return (steps > gap).sum() + 1 if len(steps) else 0
