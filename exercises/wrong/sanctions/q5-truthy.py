"""Lets Python decide whether a blank is true, and NaN counts as true.

Replaces: q5-answer
Hint: Ask Python for bool(float("nan")). A copy that nobody read must be left out before you ask what it shows.
"""


def days_on_list(listed_on, copies):
    """Days that a listing lasted, at least and at most, as far as dated copies of the list can tell."""
    start = pd.Timestamp(listed_on)
    later = {(pd.Timestamp(day) - start).days: shown for day, shown in copies.items() if day >= listed_on}
    present = [days for days, shown in later.items() if shown]
    absent = [days for days, shown in later.items() if shown is not None and not shown]
    return {"at_least": max(present, default=0), "at_most": min(absent, default=float("nan"))}
