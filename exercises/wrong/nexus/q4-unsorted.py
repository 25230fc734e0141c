"""Leaves the rows in the order of the table.

Replaces: q4-answer
Hint: Try a table whose rows are not in order. How must the list be sorted?
"""


def flag_wide(table, factor):
    """[(iso3, year), …] of the rows whose high estimate is at least factor times the low."""
    usable = table[table["total_deaths_low"] > 0]
    hit = usable[usable["total_deaths_high"] >= factor * usable["total_deaths_low"]]
    return [(str(iso3), int(year)) for iso3, year in zip(hit["iso3"], hit["year"])]
