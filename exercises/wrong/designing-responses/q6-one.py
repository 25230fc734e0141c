"""Keeps to the first precondition only.

Replaces: q6-value
Hint: How many preconditions are there? Your set keeps to one of them: hand over all.
"""

chosen = best_set(WORTH, options["cost"], 8, {"justice": "local"})
