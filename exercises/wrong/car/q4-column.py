"""Takes all deaths where the task asks for state-based ones.

Replaces: q4-value
Hint: Which column of months did you take? The task names one kind of violence in bold.
"""

window = deadliest_window(months["total_deaths_best"], 6)
