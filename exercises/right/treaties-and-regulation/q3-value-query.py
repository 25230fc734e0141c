"""Selects the rows with query; a numpy number.

Replaces: q3-value
"""

singles = references.query("coder == 'GI-TOC' and year_from == year_to").sort_values("year_to", ascending=False)
singles = singles.set_index("year_to")["share_with_crime_reference_pct"]
pooled = pooled_share(singles, per_year.reindex(singles.index))
plain = singles.to_numpy().mean().round(1)
