"""Takes a blank for "outside".

Replaces: q2-value
Hint: What became of the requests that a coder left blank? After joining they must still be blank.
"""

inside = ["host_state", "civil_society"]
two_way = kappa(
    coding["coder_a"].isin(inside).map({True: "inside", False: "outside"}),
    coding["coder_b"].isin(inside).map({True: "inside", False: "outside"}),
)
