"""Takes South Sudan for Sudan.

Replaces: q1-value
Hint: Which country does your code stand for? The task names the one it means: its neighbour has been a state of its own
since 2011 and has another code.
"""

sudan = peak(ucdp, "SSD", "one_sided")
