"""Takes the last year that is still below the threshold.

Replaces: q1-answer
Hint: At the end of your year, had the threshold been reached? You found the last year before it.
"""


def first_year(table, n):
    """For each instrument, the first year with at least n parties at its end."""
    last = table[table["parties_cumulative"] < n].groupby("instrument")["year"].max()
    reached = table.groupby("instrument")["parties_cumulative"].max() >= n
    return last[reached.reindex(last.index)]
