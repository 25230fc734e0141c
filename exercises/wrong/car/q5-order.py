"""Leaves the years in the order of the rows.

Replaces: q5-answer
Hint: In which order do your years stand if the rows of a table do not? The list must be in the order of time.
"""


def disagree(table, iso3, pct):
    """Years in which two counts of displaced people differ by more than pct per cent of the smaller."""
    rows = table[table["iso3"] == iso3].dropna(subset=["unhcr_idps_persons", "idmc_idps_conflict_persons"])
    both = rows[["unhcr_idps_persons", "idmc_idps_conflict_persons"]]
    small, large = both.min(axis=1), both.max(axis=1)
    return [int(year) for year in rows.loc[large - small > small * pct / 100, "year"]]
