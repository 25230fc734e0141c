"""Drops rows without a theme first.

Replaces: q5-value
"""

one_document = sole_source(claims.loc[claims["theme"].notna(), ["source_id", "theme"]], group="theme", source="source_id")
