"""Counts again without rows_per.

Replaces: q1-value
"""

by_place = testimony.groupby("place").size().sort_index().sort_values(ascending=False, kind="stable")
