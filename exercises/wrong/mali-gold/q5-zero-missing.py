"""Takes a value of zero for a missing value.

Replaces: q5-answer
Hint: Is a value of zero the same as a missing value? Try both.
"""


def implied_price(value_musd, tonnes):
    """US$ per troy ounce implied by a value (US$ million) and a weight (tonnes)."""
    if not value_musd or not tonnes or pd.isna(value_musd) or pd.isna(tonnes) or tonnes < 0:
        return float("nan")
    return round(float(value_musd * 1e6 / (tonnes * 1e6 / 31.1034768)), 1)
