"""Takes the State with the most rows, whatever their tier.

Replaces: q5-value
Hint: What did you count for each State: all its years, or those with the tier that the task asks for?
"""

longest = tip["iso3"].value_counts().idxmax()
everybody = persistence(tip, "Tier 2")
without_it = persistence(tip, "Tier 2", without=[longest])
