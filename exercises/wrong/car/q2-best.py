"""Compares the best estimates and forgets the ranges.

Replaces: q2-answer
Hint: Do two best estimates decide here? The task compares whole ranges: think of which end of one range has to clear
which end of the other.
"""


def compare(table, kind, year_a, year_b):
    """Whether year A had more or fewer deaths than year B, or whether the ranges leave it open."""
    rows = table.set_index("year")
    if year_a not in rows.index or year_b not in rows.index:
        return None
    a, b = rows.at[year_a, f"{kind}_deaths_best"], rows.at[year_b, f"{kind}_deaths_best"]
    return "more" if a > b else "fewer" if a < b else "open"
