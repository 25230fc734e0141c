"""Leaves the country's own government out.

Replaces: q1-value
Hint: The list holds every name on side_a of those rows. Did you leave one out?
"""

own = "Government of Central African Republic"
car_governments = [name for name in governments(dyads, "CAF") if name != own]
