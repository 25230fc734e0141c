"""Takes the first copy with the entry instead of the last.

Replaces: q5-answer
Hint: Several copies can show an entry. Which of them says most about how long it lasted at least?
"""


def days_on_list(listed_on, copies):
    """Days that a listing lasted, at least and at most, as far as dated copies of the list can tell."""
    start = pd.Timestamp(listed_on)
    known = {pd.Timestamp(day): bool(shown) for day, shown in copies.items() if not pd.isna(shown) and day >= listed_on}
    present = [(day - start).days for day, shown in known.items() if shown]
    absent = [(day - start).days for day, shown in known.items() if not shown]
    return {"at_least": min(present, default=0), "at_most": min(absent, default=float("nan"))}
