"""Averages the yearly percentages instead of adding up first.

Replaces: q3-answer
Hint: A year with few deaths counts as much as a year with many in your result. The title of the task says in which
order to add and to divide.
"""


def pooled_share(table, part, whole, periods):
    """Part as a percentage of whole in each period, from sums; blank where there is nothing to divide by."""
    shares = {}
    for first, last in periods:
        rows = table[table["year"].between(first, last)]
        shares[f"{first}-{last}"] = round(float((rows[part] / rows[whole] * 100).mean()), 1)
    return pd.Series(shares, dtype=float)
