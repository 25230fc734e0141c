"""Takes the mean of the shares of the rows.

Replaces: q2-answer
Hint: A row with few agreements should not weigh as much as one with many. Add up first, then divide.
"""


def pooled_share(table, column):
    """All mentions divided by all agreements, in per cent, 1 decimal."""
    return round(float((table[column] / table["agreements_count"] * 100).mean()), 1)
