"""Takes the other convention.

Replaces: q2-value
Hint: Which of the treaties did you look at? The task names the one it wants in bold.
"""

untoc = waits(status, "UNTOC")
open_cases = list(untoc.index[untoc.isna()])
median_finished = float(untoc.median())
median_all = float(untoc.fillna(float("inf")).median())
