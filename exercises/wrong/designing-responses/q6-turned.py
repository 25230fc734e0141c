"""Reads the preconditions the wrong way round.

Replaces: q6-answer
Hint: Which of the two options in a pair of needs waits for the other? Say it in words, for one pair, and compare with
your condition.
"""


def best_set(value, cost, budget, needs):
    """The affordable set of options with the highest total value that keeps to the preconditions."""
    ranks = []
    for size in range(len(value) + 1):
        for names in combinations(sorted(value.index), size):
            spent = sum(float(cost[name]) for name in names)
            kept = all(name in names for name, other in needs.items() if other in names)
            if spent <= budget and kept:
                ranks.append((-round(sum(float(value[name]) for name in names), 3), spent, names))
    worth, _, names = min(ranks)
    return names, abs(worth)
