"""Takes the kitchen ounce for the troy ounce.

Replaces: q5-answer
Hint: There are several ounces. Check the grams in your ounce against the task.
"""


def implied_price(value_musd, tonnes):
    """US$ per troy ounce implied by a value (US$ million) and a weight (tonnes)."""
    if pd.isna(value_musd) or pd.isna(tonnes) or tonnes <= 0:
        return float("nan")
    return round(value_musd / tonnes * 28.349523, 1)
