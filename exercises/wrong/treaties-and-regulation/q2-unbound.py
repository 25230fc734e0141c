"""Takes every State that is not bound for an open case.

Replaces: q2-value
Hint: An open case has signed. Are there States in your list that never did?
"""

uncac = waits(status, "UNCAC")
of_uncac = status[status["instrument"] == "UNCAC"]
open_cases = sorted(of_uncac.loc[of_uncac["bound_on"].isna(), "iso3"])
median_finished = float(uncac.median())
median_all = float(uncac.fillna(float("inf")).median())
