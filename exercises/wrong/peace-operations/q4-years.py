"""Adds up the deaths of all years against the ceiling of one.

Replaces: q4-value
Hint: Your deaths and your strength are not of the same time. Which year do you filter by, and in which of the two
tables?
"""

in_uniform = people["personnel_type"].isin({"military", "police", "military_observer"})
lost = people[in_uniform & (people["year"] <= 2016)].groupby("mission")["fatalities"].sum()
of_2016 = points["start"].str.startswith("2016") & points["measure"].isin(["military_authorised", "police_authorised"])
rate_2016 = rate_per_thousand(lost, points[of_2016].groupby("mission")["value"].sum())
