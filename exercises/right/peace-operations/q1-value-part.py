"""Hands over only the votes on the country.

Replaces: q1-value
"""

car_sanctions = split_votes(votes[votes["iso3"] == "CAF"].reset_index(drop=True), "CAF", "sanctions")
