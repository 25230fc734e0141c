"""Adds up the three regimes.

Replaces: q1-value
"""

parts = [three_states(rows["on_list_2020_11_30"]) for _, rows in listings.groupby("regime")]
in_2020 = {key: sum(part[key] for part in parts) for key in parts[0]}
