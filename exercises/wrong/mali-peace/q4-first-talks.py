"""Counts to the first talks at Anefis.

Replaces: q4-value
Hint: There were two talks at Anefis. To which of them do you count?
"""

wait = days_between(timeline.loc["T047", "date"], timeline.loc["T051", "date"])
