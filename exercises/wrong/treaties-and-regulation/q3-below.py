"""Lets the total of a year without a share weigh in, as if its share were zero.

Replaces: q3-answer
Hint: What becomes of a year whose share is missing? Its total may not weigh in: both sums of your division must run
over the same years.
"""


def pooled_share(shares, totals):
    """Share of all cases of several years, per cent, 1 decimal; NaN if no year is known."""
    above = (shares * totals).sum()
    below = totals.reindex(shares.index).sum()
    return round(float(above / below), 1) if below else float("nan")
