"""Leaves the last year out, as range does.

Replaces: q4-value
Hint: Are both the first and the last year in? Look at the two ends of your period.
"""

wide = flag_wide(ucdp[ucdp["year"].isin(range(2003, 2013))], 3)
