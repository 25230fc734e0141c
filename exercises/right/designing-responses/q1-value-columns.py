"""Hands over two columns only.

Replaces: q1-value
"""

by_theme = kind_pct(claims[["kind", "theme"]].sample(frac=1, random_state=4), "theme", "recommendation")
