"""Fills the dict in a loop, in another order, with whole numbers.

Replaces: q6-value
"""

closures = {}
for a, b in reversed(list(toy)):
    closures[a, b] = int(extra_cost(toy, (b, a), "E", "A"))
