"""Takes the nearest years in between that have a rate.

Replaces: q3-answer
Hint: Of which years are the two rates that you divide? They must be the years asked for, or there is no answer.
"""


def fold(table, iso3, start, end):
    """The homicide rate of one year divided by that of an earlier year; NaN where it cannot be computed."""
    rate = table[table["iso3"] == iso3].set_index("year")["homicides_per_100k"].sort_index().dropna()
    known = rate[(rate.index >= min(start, end)) & (rate.index <= max(start, end))]
    if len(known) == 0:
        return float("nan")
    first, last = (known.iloc[0], known.iloc[-1]) if start <= end else (known.iloc[-1], known.iloc[0])
    return round(float(last / first), 2) if first else float("nan")
