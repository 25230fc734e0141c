"""Counts blank cells instead of rows.

Replaces: q5-value
Hint: A row that lacks both numbers is one row. Does your sum count it once?
"""

far_apart = disagree(displaced, "COD", 10)
rows = displaced[displaced["iso3"] == "COD"]
cannot_tell = int(rows[["unhcr_idps_persons", "idmc_idps_conflict_persons"]].isna().sum().sum())
