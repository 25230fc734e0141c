"""Hands the limits over by name.

Replaces: q3-value
"""

narrow = count_range(cases, least_months=12, least_people=4)
