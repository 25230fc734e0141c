"""Also takes the national agreements with an international part.

Replaces: q2-value
Hint: How many rows do you add up? A name that contains the word national is not always the group asked for.
"""

two = pax[pax["scope"].isin(["Mali", "Central African Republic"]) & (pax["period"] == "1990-2020")]
ddr_national = pooled_share(two[two["agreement_group"].str.startswith("national")], "ddr_count")
