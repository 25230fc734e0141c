"""Writes the weights in another order.

Replaces: q3-value
"""

community = weighted_scores(options.iloc[::-1], {"safety": 0.2, "reach": 0.4, "consent": 0.3, "evidence": 0.1})
