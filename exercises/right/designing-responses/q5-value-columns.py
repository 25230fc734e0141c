"""Hands the columns over in another order.

Replaces: q5-value
"""

shares = first_share(MERITS.sample(frac=1, random_state=6), GRID[["thrift", "reach", "safety", "consent"]])
