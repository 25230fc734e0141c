"""Leaves out the last year of each period.

Replaces: q3-answer
Hint: Which years fall into a period in your function? Test it on a period that begins and ends with the same year: both
ends are included.
"""


def pooled_share(table, part, whole, periods):
    """Part as a percentage of whole in each period, from sums; blank where there is nothing to divide by."""
    shares = {}
    for first, last in periods:
        rows = table[(table["year"] >= first) & (table["year"] < last)]
        total = rows[whole].sum()
        shares[f"{first}-{last}"] = round(float(rows[part].sum() / total * 100), 1) if total else float("nan")
    return pd.Series(shares, dtype=float)
