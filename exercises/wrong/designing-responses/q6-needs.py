"""Forgets the preconditions.

Replaces: q6-answer
Hint: Does your set keep to needs? An option may be chosen only together with the one that it waits for.
"""


def best_set(value, cost, budget, needs):
    """The affordable set of options with the highest total value that keeps to the preconditions."""
    ranks = []
    for size in range(len(value) + 1):
        for names in combinations(sorted(value.index), size):
            spent = sum(float(cost[name]) for name in names)
            if spent <= budget:
                ranks.append((-round(sum(float(value[name]) for name in names), 3), spent, names))
    worth, _, names = min(ranks)
    return names, abs(worth)
