"""Drops blanks to find the base, and maps every value.

Replaces: q3-answer
"""


def index_numbers(s, base):
    usable = s.dropna()
    if base not in usable.index or usable[base] == 0:
        raise ValueError(f"{base} cannot be the base")
    return s.map(lambda value: round(100 * value / usable[base], 1))
