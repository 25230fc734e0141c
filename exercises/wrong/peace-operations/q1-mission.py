"""Lists the votes on the mission instead of the sanctions.

Replaces: q1-value
Hint: Your function may be right. Which instrument does the task ask for in car_sanctions?
"""

car_sanctions = split_votes(votes, "CAF", "mission")
