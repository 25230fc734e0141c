"""Takes the most valuable option first, as long as the money lasts.

Replaces: q6-answer
Hint: The option with the highest value can use up the money for two others that are worth more together. Compare whole
sets.
"""


def best_set(value, cost, budget, needs):
    """The affordable set of options with the highest total value that keeps to the preconditions."""
    names, left = [], budget
    for name in value.sort_index().sort_values(ascending=False, kind="stable").index:
        if cost[name] <= left and needs.get(name, name) in [*names, name]:
            names.append(name)
            left -= cost[name]
    return tuple(sorted(names)), round(float(sum(value[name] for name in names)), 3)
