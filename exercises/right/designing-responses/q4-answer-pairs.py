"""Compares every pair once, with plain lists.

Replaces: q4-answer
"""


def dominated(table, columns):
    """Sorted list of the options that another option equals or beats in all columns, and beats in one."""
    rows = {name: [table.at[name, column] for column in columns] for name in table.index}
    lost = set()
    for one, other in product(rows, repeat=2):
        if rows[one] != rows[other] and all(x <= y for x, y in zip(rows[one], rows[other])):
            lost.add(one)
    return sorted(lost)
