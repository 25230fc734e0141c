"""Names the arguments.

Replaces: q4-value
"""

window = deadliest_window(n=6, deaths=months.sort_index()["state_based_deaths_best"])
