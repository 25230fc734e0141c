"""Returns zero where nothing can be computed.

Replaces: q3-answer
Hint: What do you return when a rate is missing? Zero would say that the rate fell to nothing.
"""


def fold(table, iso3, start, end):
    """The homicide rate of one year divided by that of an earlier year; NaN where it cannot be computed."""
    rate = table[table["iso3"] == iso3].set_index("year")["homicides_per_100k"]
    first, last = rate.get(start), rate.get(end)
    if pd.isna(first) or pd.isna(last) or first == 0:
        return 0.0
    return round(float(last / first), 2)
