"""Wants more than n parties instead of at least n.

Replaces: q1-answer
Hint: What does your function do with a year that ends with exactly n parties? Compare your sign with the words in bold.
"""


def first_year(table, n):
    """For each instrument, the first year with at least n parties at its end."""
    return table[table["parties_cumulative"] > n].groupby("instrument")["year"].min()
