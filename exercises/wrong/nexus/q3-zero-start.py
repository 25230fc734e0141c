"""Divides by a rate of zero.

Replaces: q3-answer
Hint: What does fold return when the rate of the first year is zero? Look at the number that pandas gives.
"""


def fold(table, iso3, start, end):
    """The homicide rate of one year divided by that of an earlier year; NaN where it cannot be computed."""
    rate = table[table["iso3"] == iso3].set_index("year")["homicides_per_100k"].reindex([start, end])
    return round(float(rate.iloc[1] / rate.iloc[0]), 2)
