"""Leaves equal waits in the order of the rows.

Replaces: q2-answer
Hint: In which order do two States with the same wait stand, and two open cases? Sort by the code as well.
"""


def waits(table, instrument):
    """Days from signature to consent of one instrument: shortest first, open cases blank and last."""
    rows = table[(table["instrument"] == instrument) & table["signed_on"].notna()].set_index("iso3")
    return (rows["bound_on"] - rows["signed_on"]).dt.days.sort_values(kind="stable")
