"""Takes both dates from the column at once.

Replaces: q4-value
"""

wait = days_between(*timeline.loc[["T047", "T060"], "date"])
