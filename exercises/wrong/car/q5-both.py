"""Counts only the rows in which both numbers are missing.

Replaces: q5-value
Hint: How many of the two numbers must be missing before nobody can tell? Read the definition of cannot_tell again, to
its last words.
"""

far_apart = disagree(displaced, "COD", 10)
rows = displaced[displaced["iso3"] == "COD"]
cannot_tell = int(rows[["unhcr_idps_persons", "idmc_idps_conflict_persons"]].isna().all(axis=1).sum())
