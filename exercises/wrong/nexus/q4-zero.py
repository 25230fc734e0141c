"""Flags rows whose low estimate is zero.

Replaces: q4-answer
Hint: What does pandas give when the low estimate is zero? Look at such a row in your result.
"""


def flag_wide(table, factor):
    """[(iso3, year), …] of the rows whose high estimate is at least factor times the low."""
    hit = table[table["total_deaths_high"] / table["total_deaths_low"] >= factor]
    return sorted((str(iso3), int(year)) for iso3, year in zip(hit["iso3"], hit["year"]))
