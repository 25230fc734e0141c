"""Counts speakers instead of statements.

Replaces: q1-value
Hint: Each row is one statement. One speaker can stand behind several rows: count rows, not speakers.
"""

by_place = testimony.groupby("place")["source_role"].nunique().sort_values(ascending=False)
