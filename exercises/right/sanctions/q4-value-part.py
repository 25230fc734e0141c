"""Hands over only the votes on the country.

Replaces: q4-value
"""

minusca = split_votes(votes[votes["iso3"].eq("CAF")].sort_values("voted_on", ascending=False), "CAF", "mission", 2018, 2023)
