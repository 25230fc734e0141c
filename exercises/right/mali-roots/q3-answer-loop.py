"""Walks through the years and remembers the last one.

Replaces: q3-answer
"""


def spells(years, gap=1):
    number, last = 0, None
    for year in sorted(years):
        if last is None or year - last > gap:
            number += 1
        last = year
    return number
