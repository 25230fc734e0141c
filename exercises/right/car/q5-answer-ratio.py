"""Compares the ratio of the two numbers, in a loop.

Replaces: q5-answer
"""


def disagree(table, iso3, pct):
    """Years in which two counts of displaced people differ by more than pct per cent of the smaller."""
    years = []
    for row in table[table["iso3"] == iso3].sort_values("year").itertuples():
        a, b = row.unhcr_idps_persons, row.idmc_idps_conflict_persons
        if pd.notna(a) and pd.notna(b) and 100 * max(a, b) > (100 + pct) * min(a, b):
            years.append(row.year)
    return years
