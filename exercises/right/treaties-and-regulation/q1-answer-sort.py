"""Sorts and keeps the first row of each instrument; years as float.

Replaces: q1-answer
"""


def first_year(table, n):
    """For each instrument, the first year with at least n parties at its end."""
    there = table.loc[table["parties_cumulative"].ge(n)].sort_values(["instrument", "year"]).drop_duplicates("instrument")
    return there.set_index("instrument")["year"].astype(float).rename("reached")
