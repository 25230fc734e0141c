"""Looks for the overlap first, in sets of rows instead of an index.

Replaces: q2-answer
"""


def compare(table, kind, year_a, year_b):
    """Whether year A had more or fewer deaths than year B, or whether the ranges leave it open."""
    a, b = table[table["year"] == year_a], table[table["year"] == year_b]
    if len(a) == 0 or len(b) == 0:
        return None
    low, high = kind + "_deaths_low", kind + "_deaths_high"
    shared_low, shared_high = max(a[low].iloc[0], b[low].iloc[0]), min(a[high].iloc[0], b[high].iloc[0])
    if shared_low <= shared_high:
        return "open"
    return "more" if a[low].iloc[0] > b[low].iloc[0] else "fewer"
