"""Counts all deaths, also those of civilians.

Replaces: q4-value
Hint: The strength counts people in uniform. Whose deaths did you add up?
"""

lost = people[people["year"] == 2016].groupby("mission")["fatalities"].sum()
of_2016 = points["start"].str.startswith("2016") & points["measure"].isin(["military_authorised", "police_authorised"])
rate_2016 = rate_per_thousand(lost, points[of_2016].groupby("mission")["value"].sum())
