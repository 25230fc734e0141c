"""Leaves out the first year, as if the table held nothing before it.

Replaces: q2-value
Hint: With which year does your list of years start, and with which does the task start? The year before it is in the
table, so it can be compared.
"""

south_sudan = ucdp[ucdp["iso3"] == "SSD"]
open_years = [year for year in range(2015, 2025) if compare(south_sudan, "total", year, year - 1) == "open"]
