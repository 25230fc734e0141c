"""Divides by all claims instead of those of the theme.

Replaces: q2-value
Hint: Of which claims is this a share? Choose the rows of the theme first: they are the whole.
"""

chosen = claims[(claims["theme"] == "sanctions") & (claims["stance"] == "attributed")]
sanctions_attributed = round(len(chosen) / len(claims) * 100, 1)
