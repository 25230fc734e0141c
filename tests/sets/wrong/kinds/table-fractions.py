"""Fractions for per cent.

Replaces: table-answer
Hint: Per cent: a share of one half is 50.
"""

known = camps.dropna()
shares = known.assign(pct=known["people"] / known["people"].sum())[["camp", "pct"]].sort_values("pct", ascending=False)
pct = shares.set_index("camp")["pct"]
