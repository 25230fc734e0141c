"""Takes the last copy without the entry instead of the first.

Replaces: q5-answer
Hint: Several copies can show that an entry is gone. Which of them gives the tighter upper limit?
"""


def days_on_list(listed_on, copies):
    """Days that a listing lasted, at least and at most, as far as dated copies of the list can tell."""
    start = pd.Timestamp(listed_on)
    known = {pd.Timestamp(day): bool(shown) for day, shown in copies.items() if not pd.isna(shown) and day >= listed_on}
    present = [(day - start).days for day, shown in known.items() if shown]
    absent = [(day - start).days for day, shown in known.items() if not shown]
    return {"at_least": max(present, default=0), "at_most": max(absent, default=float("nan"))}
