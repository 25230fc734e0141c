"""Takes two ranges that touch for separate ones.

Replaces: q2-answer
Hint: What does your function say when the lowest value of one range equals the highest of the other? Look at what the
task says about touching, and at your comparison signs.
"""


def compare(table, kind, year_a, year_b):
    """Whether year A had more or fewer deaths than year B, or whether the ranges leave it open."""
    rows = table.set_index("year")
    if year_a not in rows.index or year_b not in rows.index:
        return None
    if rows.at[year_a, f"{kind}_deaths_low"] >= rows.at[year_b, f"{kind}_deaths_high"]:
        return "more"
    if rows.at[year_a, f"{kind}_deaths_high"] <= rows.at[year_b, f"{kind}_deaths_low"]:
        return "fewer"
    return "open"
