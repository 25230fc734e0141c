"""Finds only the years in which UNHCR gives the larger number.

Replaces: q5-answer
Hint: Either publisher can give the larger number. What does your function do with a year in which it is the other one?
"""


def disagree(table, iso3, pct):
    """Years in which two counts of displaced people differ by more than pct per cent of the smaller."""
    rows = table[table["iso3"] == iso3].sort_values("year")
    more = (rows["unhcr_idps_persons"] / rows["idmc_idps_conflict_persons"] - 1) * 100
    return [int(year) for year in rows.loc[more > pct, "year"]]
