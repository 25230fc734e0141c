"""Takes the rows of all countries.

Replaces: q1-value
Hint: Which rows did you hand to peak? In its table no year may stand twice.
"""

sudan_peak = peak(ucdp, "non_state_deaths_best", "total_deaths_best")
