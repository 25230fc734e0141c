"""Takes the difference as a percentage of the larger number.

Replaces: q5-answer
Hint: Per cent of which of the two numbers? Look at what you divide by, and read the words in bold again.
"""


def disagree(table, iso3, pct):
    """Years in which two counts of displaced people differ by more than pct per cent of the smaller."""
    rows = table[table["iso3"] == iso3].dropna(subset=["unhcr_idps_persons", "idmc_idps_conflict_persons"]).sort_values("year")
    both = rows[["unhcr_idps_persons", "idmc_idps_conflict_persons"]]
    gap = (both.max(axis=1) - both.min(axis=1)) / both.max(axis=1) * 100
    return [int(year) for year in rows.loc[gap > pct, "year"]]
