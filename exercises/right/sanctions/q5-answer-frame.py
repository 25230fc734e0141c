"""Puts the copies into a table.

Replaces: q5-answer
"""


def days_on_list(listed_on, copies):
    """Days that a listing lasted, at least and at most, as far as dated copies of the list can tell."""
    dates = pd.to_datetime(pd.Series(list(copies.keys()), dtype="object"))
    seen = pd.DataFrame({"days": (dates - pd.Timestamp(listed_on)).dt.days, "shown": list(copies.values())}).dropna()
    seen = seen[seen["days"] >= 0]
    shown = seen["shown"].astype(bool)
    present, absent = seen.loc[shown, "days"], seen.loc[~shown, "days"]
    return {"at_most": absent.min() if len(absent) else float("nan"), "at_least": present.max() if len(present) else 0}
