"""Wants a rival to be better in every column.

Replaces: q4-answer
Hint: Must the other option be better everywhere? Read both halves of the definition: one is about all columns, one
about at least one.
"""


def dominated(table, columns):
    """Sorted list of the options that another option equals or beats in all columns, and beats in one."""
    facts = table[list(columns)]
    return sorted(mine for mine in facts.index if any((facts.loc[other] > facts.loc[mine]).all() for other in facts.index))
