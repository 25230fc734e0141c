"""Divides the Series that it was given in place.

Replaces: q3-answer
Hint: Look at the Series that you gave to index_numbers after the call. Is it still what it was?
"""


def index_numbers(s, base):
    """Index numbers of a Series, base year = 100, 1 decimal."""
    if base not in s.index or pd.isna(s.loc[base]) or s.loc[base] == 0:
        raise ValueError("no usable value in the base year")
    s /= s.loc[base]
    return (s * 100).round(1)
