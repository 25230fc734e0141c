"""Compares low with low and high with high.

Replaces: q2-answer
Hint: Draw two ranges that overlap, one a little higher than the other. Comparing low with low and high with high calls
that "more": which two ends must you compare instead?
"""


def compare(table, kind, year_a, year_b):
    """Whether year A had more or fewer deaths than year B, or whether the ranges leave it open."""
    rows = table.set_index("year")
    if year_a not in rows.index or year_b not in rows.index:
        return None
    low, high = f"{kind}_deaths_low", f"{kind}_deaths_high"
    if rows.at[year_a, low] > rows.at[year_b, low] and rows.at[year_a, high] > rows.at[year_b, high]:
        return "more"
    if rows.at[year_a, low] < rows.at[year_b, low] and rows.at[year_a, high] < rows.at[year_b, high]:
        return "fewer"
    return "open"
