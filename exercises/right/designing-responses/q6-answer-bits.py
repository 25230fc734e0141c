"""Goes through all sets by yes and no; the total is a numpy number.

Replaces: q6-answer
"""


def best_set(value, cost, budget, needs):
    """The affordable set of options with the highest total value that keeps to the preconditions."""
    best = (0.0, 0.0, ())
    order = sorted(value.index)
    for picks in product([False, True], repeat=len(order)):
        names = tuple(name for name, pick in zip(order, picks) if pick)
        price = cost[list(names)].sum()
        if price <= budget and all(other in names for name, other in needs.items() if name in names):
            best = min(best, (-value[list(names)].sum().round(3), price, names))
    return best[2], -best[0]
