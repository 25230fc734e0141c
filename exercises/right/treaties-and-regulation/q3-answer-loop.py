"""Goes through the years and adds up.

Replaces: q3-answer
"""


def pooled_share(shares, totals):
    """Share of all cases of several years, per cent, 1 decimal; NaN if no year is known."""
    above = below = 0.0
    for year, share in shares.items():
        total = totals.get(year)
        if pd.notna(share) and total is not None and pd.notna(total):
            above, below = above + share * total, below + total
    return round(above / below, 1) if below else float("nan")
