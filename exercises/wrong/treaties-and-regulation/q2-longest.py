"""Puts the longest wait first.

Replaces: q2-answer
Hint: Which wait comes first in your result? Read how the task wants them ordered.
"""


def waits(table, instrument):
    """Days from signature to consent of one instrument: shortest first, open cases blank and last."""
    rows = table[(table["instrument"] == instrument) & table["signed_on"].notna()].sort_values("iso3").set_index("iso3")
    return (rows["bound_on"] - rows["signed_on"]).dt.days.sort_values(ascending=False, kind="stable")
