"""Takes the rows of several years for single years.

Replaces: q3-value
Hint: Does each of your rows describe one year? Compare year_from with year_to.
"""

rows = references[references["coder"] == "GI-TOC"].drop_duplicates("year_to")
shares = rows.set_index("year_to")["share_with_crime_reference_pct"]
pooled = pooled_share(shares, per_year)
plain = round(float(shares.mean()), 1)
