"""Stores the pooled share twice.

Replaces: q3-value
Hint: pooled and plain are two different questions. In one of them every year counts the same.
"""

rows = references[(references["coder"] == "GI-TOC") & (references["year_from"] == references["year_to"])]
shares = rows.set_index("year_from")["share_with_crime_reference_pct"]
pooled = plain = pooled_share(shares, per_year)
