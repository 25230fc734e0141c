"""Gives an open case a wait of 0 days.

Replaces: q2-answer
Hint: What does your function say of a State that signed and is not bound? A blank is unknown, never zero: 0 days would
be the shortest wait of all.
"""


def waits(table, instrument):
    """Days from signature to consent of one instrument: shortest first, open cases blank and last."""
    rows = table[(table["instrument"] == instrument) & table["signed_on"].notna()].sort_values("iso3").set_index("iso3")
    return (rows["bound_on"] - rows["signed_on"]).dt.days.fillna(0).sort_values(kind="stable")
