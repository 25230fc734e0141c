"""Takes the Watch List for a part of Tier 2.

Replaces: q5-value
Hint: How many different tiers stand in the table? The Watch List is a tier of its own: look at what you did with it.
"""

joined = tip.assign(tier=tip["tier"].str.replace(" Watch List", ""))
longest = joined[joined["tier"] == "Tier 2"]["iso3"].value_counts().idxmax()
everybody = persistence(joined, "Tier 2")
without_it = persistence(joined, "Tier 2", without=[longest])
