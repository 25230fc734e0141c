"""Rounds the ratio before it is multiplied by 100.

Replaces: q3-answer
Hint: At which step do you round? Round once, at the end.
"""


def index_numbers(s, base):
    """Index numbers of a Series, base year = 100, 1 decimal."""
    if base not in s.index or pd.isna(s.loc[base]) or s.loc[base] == 0:
        raise ValueError("no usable value in the base year")
    return (s / s.loc[base]).round(1) * 100
