"""Rounds the two rates before it divides them.

Replaces: q3-answer
Hint: At which step do you round? Round once, at the end.
"""


def fold(table, iso3, start, end):
    """The homicide rate of one year divided by that of an earlier year; NaN where it cannot be computed."""
    rate = table[table["iso3"] == iso3].set_index("year")["homicides_per_100k"].round()
    first, last = rate.get(start), rate.get(end)
    if pd.isna(first) or pd.isna(last) or first == 0:
        return float("nan")
    return round(float(last / first), 2)
