"""Compares each year with the year after it.

Replaces: q2-value
Hint: With which neighbour do you compare each year? The task wants the year before it.
"""

south_sudan = ucdp[ucdp["iso3"] == "SSD"]
open_years = [year for year in range(2014, 2025) if compare(south_sudan, "total", year, year + 1) == "open"]
