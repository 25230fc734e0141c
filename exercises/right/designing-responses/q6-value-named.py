"""Names the arguments and makes the total a plain float.

Replaces: q6-value
"""

names, total = best_set(value=WORTH[::-1], cost=options["cost"].astype(float), budget=8.0, needs=dict(reversed(NEEDS.items())))
chosen = (tuple(names), float(total))
