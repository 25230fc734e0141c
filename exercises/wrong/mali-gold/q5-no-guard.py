"""Computes without asking whether there is a value and a weight.

Replaces: q5-answer
Hint: Try implied_price with a weight of zero and with missing numbers. What does the task want then?
"""


def implied_price(value_musd, tonnes):
    """US$ per troy ounce implied by a value (US$ million) and a weight (tonnes)."""
    ounces = tonnes * 1_000_000 / 31.1034768
    return round(value_musd * 1_000_000 / ounces, 1)
