"""Looks at the sanctions instead of the mission.

Replaces: q4-value
Hint: Your function may be right. Which instrument does the task ask for, and which years?
"""

minusca = split_votes(votes, "CAF", "sanctions", 2018, 2023)
