"""Counts from the first signature of the agreement.

Replaces: q4-value
Hint: The agreement was signed on more than one day. From which signature do you count?
"""

wait = days_between(timeline.loc["T046", "date"], timeline.loc["T060", "date"])
