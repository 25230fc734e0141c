"""Joins the codes of both coders in one step.

Replaces: q2-value
"""

joined = coding[["coder_a", "coder_b"]].replace(SIDE)
two_way = kappa(joined["coder_a"], joined["coder_b"])
