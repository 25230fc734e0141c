"""Takes "at least" for "more than".

Replaces: q4-answer
Hint: What if the high estimate is exactly factor times the low? Read "at least" again.
"""


def flag_wide(table, factor):
    """[(iso3, year), …] of the rows whose high estimate is at least factor times the low."""
    usable = table[table["total_deaths_low"] > 0]
    hit = usable[usable["total_deaths_high"] > factor * usable["total_deaths_low"]]
    return sorted((str(iso3), int(year)) for iso3, year in zip(hit["iso3"], hit["year"]))
