"""Divides by the authorised soldiers alone.

Replaces: q4-value
Hint: Who is in the strength that you divide by? The deaths include police: the strength has to include them too.
"""

in_uniform = people["personnel_type"].isin({"military", "police", "military_observer"})
lost = people[in_uniform & (people["year"] == 2016)].groupby("mission")["fatalities"].sum()
of_2016 = points["start"].str.startswith("2016") & (points["measure"] == "military_authorised")
rate_2016 = rate_per_thousand(lost, points[of_2016].groupby("mission")["value"].sum())
