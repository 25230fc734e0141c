"""Writes the division out, unrounded.

Replaces: q2-value
"""

two = pax.query("agreement_group == 'national' and period == '1990-2020'").set_index("scope")
both = two.loc[["Central African Republic", "Mali"], ["ddr_count", "agreements_count"]].sum()
ddr_national = both["ddr_count"] / both["agreements_count"] * 100
