"""Takes the first row instead of the earliest year.

Replaces: q1-answer
Hint: Your function trusts the order of the rows. The task says that they may stand in any order: what makes a year the
first?
"""


def first_year(table, n):
    """For each instrument, the first year with at least n parties at its end."""
    return table[table["parties_cumulative"] >= n].groupby("instrument")["year"].first()
