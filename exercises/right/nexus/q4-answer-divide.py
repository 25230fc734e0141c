"""Divides, after the zeros are gone.

Replaces: q4-answer
"""


def flag_wide(table, factor):
    ratio = table["total_deaths_high"] / table["total_deaths_low"].where(table["total_deaths_low"] > 0)
    hit = table[ratio >= factor].sort_values(["iso3", "year"])
    return list(hit[["iso3", "year"]].itertuples(index=False, name=None))
