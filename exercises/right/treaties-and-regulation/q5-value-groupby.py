"""Counts the years with a groupby and leaves the State out by a tuple.

Replaces: q5-value
"""

longest = tip[tip["tier"].eq("Tier 2")].groupby("iso3")["year"].count().sort_values().index[-1]
everybody = persistence(tip, "Tier 2", ())
without_it = persistence(tip[tip["iso3"] != longest], "Tier 2")
