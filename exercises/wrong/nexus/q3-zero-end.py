"""Takes a rate of zero in the later year for a missing one.

Replaces: q3-answer
Hint: Is a rate of zero the same as a missing rate? Try a country whose later rate is zero.
"""


def fold(table, iso3, start, end):
    """The homicide rate of one year divided by that of an earlier year; NaN where it cannot be computed."""
    rate = table[table["iso3"] == iso3].set_index("year")["homicides_per_100k"]
    first, last = rate.get(start), rate.get(end)
    if not first or not last or pd.isna(first) or pd.isna(last):
        return float("nan")
    return round(float(last / first), 2)
