"""Of sets with equal value, keeps the one that it met first.

Replaces: q6-answer
Hint: Two sets can have the same value. Which one does your function keep, and which one does the task want?
"""


def best_set(value, cost, budget, needs):
    """The affordable set of options with the highest total value that keeps to the preconditions."""
    best, most = (), 0.0
    for size in range(1, len(value) + 1):
        for names in combinations(sorted(value.index), size):
            spent = sum(float(cost[name]) for name in names)
            worth = round(sum(float(value[name]) for name in names), 3)
            if spent <= budget and all(needs.get(name, name) in names for name in names) and worth > most:
                best, most = names, worth
    return best, most
