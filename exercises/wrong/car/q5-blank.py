"""Counts a blank as zero people.

Replaces: q5-answer
Hint: Does your list hold years in which one publisher gives no number? A blank is unknown, never zero: nobody can tell
how far apart the two are.
"""


def disagree(table, iso3, pct):
    """Years in which two counts of displaced people differ by more than pct per cent of the smaller."""
    rows = table[table["iso3"] == iso3].fillna(0).sort_values("year")
    both = rows[["unhcr_idps_persons", "idmc_idps_conflict_persons"]]
    small, large = both.min(axis=1), both.max(axis=1)
    return [int(year) for year in rows.loc[large - small > small * pct / 100, "year"]]
