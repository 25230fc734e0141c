"""Lets the open case fall out of both medians.

Replaces: q2-value
Hint: Your two medians are the same. What does median do with a blank, and what should happen to the open cases in
median_all?
"""

uncac = waits(status, "UNCAC")
open_cases = list(uncac.index[uncac.isna()])
median_finished = float(uncac.median())
median_all = float(uncac.median())
