"""Calls an option dominated when its sum is below the mean.

Replaces: q4-answer
Hint: A low total is no domination: one strong column can save an option. Compare options in pairs, column by column.
"""


def dominated(table, columns):
    """Sorted list of the options that another option equals or beats in all columns, and beats in one."""
    sums = table[list(columns)].sum(axis=1)
    return sorted(sums.index[sums < sums.mean()])
