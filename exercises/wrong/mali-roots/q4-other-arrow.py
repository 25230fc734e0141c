"""Leaves out the arrow from impunity instead of the one to it.

Replaces: q4-value
Hint: Which arrow is left out? Check its two ends, and which of them comes first.
"""

feeds = len(upstream(edges, "other crime"))
feeds_left = upstream(edges, "other crime", without=("impunity", "other crime"))
