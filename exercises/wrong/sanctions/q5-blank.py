"""Takes a copy that nobody read for one that no longer shows the entry.

Replaces: q5-answer
Hint: A copy that nobody read shows nothing. What does your function conclude from it?
"""


def days_on_list(listed_on, copies):
    """Days that a listing lasted, at least and at most, as far as dated copies of the list can tell."""
    start = pd.Timestamp(listed_on)
    later = {(pd.Timestamp(day) - start).days: shown for day, shown in copies.items() if day >= listed_on}
    present = [days for days, shown in later.items() if pd.notna(shown) and shown]
    absent = [days for days in later if days not in present]
    return {"at_least": max(present, default=0), "at_most": min(absent, default=float("nan"))}
