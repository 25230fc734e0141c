"""Subtracts CAR's share from Mali's.

Replaces: q2-value
Hint: Your function may be right. Which list does the task take as a, and which as b?
"""

codes = listings.set_index("regime")["stated_ground_code"]
car_mali = lead_bounds(codes.loc["Mali"], codes.loc["CAR"], "armed_group_role")
