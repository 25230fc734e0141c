"""Takes "more than" for "at least".

Replaces: q5-answer
Hint: What does your function do with a year whose difference is exactly pct per cent? Compare your sign with the words
of the task.
"""


def disagree(table, iso3, pct):
    """Years in which two counts of displaced people differ by more than pct per cent of the smaller."""
    rows = table[table["iso3"] == iso3].dropna(subset=["unhcr_idps_persons", "idmc_idps_conflict_persons"]).sort_values("year")
    both = rows[["unhcr_idps_persons", "idmc_idps_conflict_persons"]]
    small, large = both.min(axis=1), both.max(axis=1)
    return [int(year) for year in rows.loc[(large - small) * 100 >= small * pct, "year"]]
