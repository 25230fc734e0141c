"""Keeps the known rates in a dictionary.

Replaces: q3-answer
"""


def fold(table, iso3, start, end):
    known = {}
    for country, year, rate in zip(table["iso3"], table["year"], table["homicides_per_100k"]):
        if country == iso3 and pd.notna(rate):
            known[year] = rate
    if start not in known or end not in known or known[start] == 0:
        return float("nan")
    return round(known[end] / known[start], 2)
