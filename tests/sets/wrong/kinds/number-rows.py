"""Counts camps instead of people.

Replaces: number-answer
Hint: Add up a column; do not count its rows.
"""

total = len(camps.dropna())
