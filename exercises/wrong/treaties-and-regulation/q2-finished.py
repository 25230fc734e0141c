"""Drops the open cases.

Replaces: q2-answer
Hint: How many States does your function return? A State that signed and is not bound yet still waits: it has to stand
in the result, blank and last.
"""


def waits(table, instrument):
    """Days from signature to consent of one instrument: shortest first, open cases blank and last."""
    rows = table[(table["instrument"] == instrument) & table["signed_on"].notna() & table["bound_on"].notna()]
    rows = rows.sort_values("iso3").set_index("iso3")
    return (rows["bound_on"] - rows["signed_on"]).dt.days.sort_values(kind="stable")
