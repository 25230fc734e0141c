"""Takes the high estimates.

Replaces: q1-value
Hint: UCDP gives three estimates. Check the names of your columns against the task.
"""

sudan_peak = peak(ucdp[ucdp["iso3"] == "SDN"], "non_state_deaths_high", "total_deaths_high")
