"""Fills years without a rate from their neighbours.

Replaces: q3-answer
Hint: What does fold return when a rate was not recorded? A value between two neighbours is a guess, not a record.
"""


def fold(table, iso3, start, end):
    """The homicide rate of one year divided by that of an earlier year; NaN where it cannot be computed."""
    rate = table[table["iso3"] == iso3].set_index("year")["homicides_per_100k"].sort_index()
    if rate.empty:
        return float("nan")
    rate = rate.reindex(range(rate.index.min(), rate.index.max() + 1)).interpolate()
    if start not in rate.index or end not in rate.index or rate[start] == 0:
        return float("nan")
    return round(float(rate[end] / rate[start]), 2)
