"""Sorts a table by days and code.

Replaces: q2-answer
"""


def waits(table, instrument):
    """Days from signature to consent of one instrument: shortest first, open cases blank and last."""
    rows = table.loc[table["instrument"].eq(instrument)].dropna(subset=["signed_on"])
    rows = rows.assign(days=(rows["bound_on"] - rows["signed_on"]).dt.days)
    return rows.sort_values(["days", "iso3"]).set_index("iso3")["days"]
