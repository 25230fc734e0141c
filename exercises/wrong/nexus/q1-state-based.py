"""Takes the state-based deaths as the part.

Replaces: q1-value
Hint: Which of the three kinds of violence does the task ask for? Check the first column that you name.
"""

sudan_peak = peak(ucdp[ucdp["iso3"] == "SDN"], "state_based_deaths_best", "total_deaths_best")
