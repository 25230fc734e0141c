"""Leaves the numbers that were not found out of the faults.

Replaces: q2-value
Hint: Is every citation that does not fit in faults? One that cannot be found does not fit either.
"""

checked = audit(paper, votes, "CAF", "sanctions")
wrong = checked[checked["verdict"].isin(["other date", "other subject"])]
faults = {int(number): verdict for number, verdict in zip(wrong["number"], wrong["verdict"])}
