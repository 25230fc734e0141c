"""Compares the best estimate of one year with the range of the other.

Replaces: q2-answer
Hint: You hold one number of year A against the range of year B. Year A has a range too: all of it must lie above, or
below.
"""


def compare(table, kind, year_a, year_b):
    """Whether year A had more or fewer deaths than year B, or whether the ranges leave it open."""
    rows = table.set_index("year")
    if year_a not in rows.index or year_b not in rows.index:
        return None
    best = rows.at[year_a, f"{kind}_deaths_best"]
    if best > rows.at[year_b, f"{kind}_deaths_high"]:
        return "more"
    if best < rows.at[year_b, f"{kind}_deaths_low"]:
        return "fewer"
    return "open"
