"""Wants the cost to stay below the budget.

Replaces: q6-answer
Hint: May a set cost exactly the budget? Compare your sign with the words in bold.
"""


def best_set(value, cost, budget, needs):
    """The affordable set of options with the highest total value that keeps to the preconditions."""
    ranks = [(0.0, 0.0, ())]
    for size in range(1, len(value) + 1):
        for names in combinations(sorted(value.index), size):
            spent = sum(float(cost[name]) for name in names)
            if spent < budget and all(needs.get(name, name) in names for name in names):
                ranks.append((-round(sum(float(value[name]) for name in names), 3), spent, names))
    worth, _, names = min(ranks)
    return names, abs(worth)
