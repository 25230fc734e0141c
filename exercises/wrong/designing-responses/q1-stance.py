"""Looks at the column stance instead of kind.

Replaces: q1-value
Hint: Two columns of claims speak of recommending. Which of them does the task ask for?
"""

by_theme = (claims["stance"].eq("recommended").groupby(claims["theme"]).mean() * 100).round(1)
