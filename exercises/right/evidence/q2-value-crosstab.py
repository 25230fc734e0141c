"""A table of themes and stances, unrounded.

Replaces: q2-value
"""

table = pd.crosstab(claims["theme"], claims["stance"], normalize="index") * 100
sanctions_attributed = table.loc["sanctions", "attributed"]
