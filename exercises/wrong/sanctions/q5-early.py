"""Uses copies that are older than the listing.

Replaces: q5-answer
Hint: Can a copy from before the listing tell anything about how long it lasted? Look at which copies your function
uses.
"""


def days_on_list(listed_on, copies):
    """Days that a listing lasted, at least and at most, as far as dated copies of the list can tell."""
    start = pd.Timestamp(listed_on)
    known = {(pd.Timestamp(day) - start).days: bool(shown) for day, shown in copies.items() if not pd.isna(shown)}
    present = [days for days, shown in known.items() if shown]
    absent = [days for days, shown in known.items() if not shown]
    return {"at_least": max(present, default=0), "at_most": min(absent, default=float("nan"))}
