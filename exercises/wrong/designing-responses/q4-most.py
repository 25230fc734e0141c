"""Takes better in most columns for better in all.

Replaces: q4-answer
Hint: In how many columns must the other option be at least as good? A majority is not enough.
"""


def dominated(table, columns):
    """Sorted list of the options that another option equals or beats in all columns, and beats in one."""
    facts = table[list(columns)]
    lost = []
    for mine in facts.index:
        rivals = facts.drop(index=mine)
        if ((rivals > facts.loc[mine]).mean(axis=1) > 0.5).any():
            lost.append(mine)
    return sorted(lost)
