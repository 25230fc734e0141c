"""Selects each list by a condition.

Replaces: q2-value
"""

grounds = {regime: listings.loc[listings["regime"] == regime, "stated_ground_code"] for regime in ("Mali", "CAR")}
car_mali = lead_bounds(ground="armed_group_role", a=grounds["CAR"], b=grounds["Mali"])
