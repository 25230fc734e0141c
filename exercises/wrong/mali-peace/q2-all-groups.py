"""Takes the agreements of all groups.

Replaces: q2-value
Hint: Which group of agreements do your rows hold? Look at the column agreement_group.
"""

two = pax[pax["scope"].isin(["Mali", "Central African Republic"]) & (pax["period"] == "1990-2020")]
ddr_national = pooled_share(two[two["agreement_group"] == "all"], "ddr_count")
