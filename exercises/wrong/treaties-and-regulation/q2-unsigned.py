"""Keeps States that never signed.

Replaces: q2-answer
Hint: Do you keep States that never signed? Without a signature there is no wait: such a blank is not an open case.
"""


def waits(table, instrument):
    """Days from signature to consent of one instrument: shortest first, open cases blank and last."""
    rows = table[table["instrument"] == instrument].sort_values("iso3").set_index("iso3")
    return (rows["bound_on"] - rows["signed_on"]).dt.days.sort_values(kind="stable")
