"""Compares the high estimate with the best one.

Replaces: q4-answer
Hint: Which two estimates does the task compare? The range runs from the lowest to the highest.
"""


def flag_wide(table, factor):
    """[(iso3, year), …] of the rows whose high estimate is at least factor times the low."""
    usable = table[table["total_deaths_best"] > 0]
    hit = usable[usable["total_deaths_high"] >= factor * usable["total_deaths_best"]]
    return sorted((str(iso3), int(year)) for iso3, year in zip(hit["iso3"], hit["year"]))
