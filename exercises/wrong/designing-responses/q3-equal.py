"""Gives all criteria the same weight.

Replaces: q3-value
Hint: Whose weights are in your scores? The task gives those of the organisation in POINTS.
"""

community = weighted_scores(options, dict.fromkeys(POINTS, 1))
