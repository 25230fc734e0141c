"""Counts harm and cost as merits.

Replaces: q4-value
Hint: In every column, more must be better. Is more harm better, or more cost?
"""

beaten = dominated(options, ["consent", "reach", "harm", "cost"])
