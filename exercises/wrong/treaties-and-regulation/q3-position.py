"""Pairs shares and totals by their place instead of their year.

Replaces: q3-answer
Hint: Each share has to meet the total of its own year. Do you pair them by year or by their place in the Series?
"""


def pooled_share(shares, totals):
    """Share of all cases of several years, per cent, 1 decimal; NaN if no year is known."""
    pairs = [(share, total) for share, total in zip(shares, totals) if pd.notna(share) and pd.notna(total)]
    whole = sum(total for _, total in pairs)
    return round(float(sum(share * total for share, total in pairs) / whole), 1) if whole else float("nan")
