"""Forgets to join the codes.

Replaces: q2-value
Hint: How many different codes did you hand to kappa? Join them first, for both coders.
"""

two_way = kappa(coding["coder_a"], coding["coder_b"])
