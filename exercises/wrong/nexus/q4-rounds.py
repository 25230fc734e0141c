"""Rounds the ratio before it is compared.

Replaces: q4-answer
Hint: Do you round before you compare? A ratio just below the factor is still below it.
"""


def flag_wide(table, factor):
    """[(iso3, year), …] of the rows whose high estimate is at least factor times the low."""
    usable = table[table["total_deaths_low"] > 0]
    hit = usable[(usable["total_deaths_high"] / usable["total_deaths_low"]).round() >= factor]
    return sorted((str(iso3), int(year)) for iso3, year in zip(hit["iso3"], hit["year"]))
