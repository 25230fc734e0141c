"""Goes through the years of the table; numpy integers.

Replaces: q2-value
"""

south_sudan = ucdp[(ucdp["iso3"] == "SSD") & ucdp["year"].between(2014, 2024)].sort_values("year")
whole = ucdp[ucdp["iso3"] == "SSD"]
open_years = []
for year in south_sudan["year"].to_numpy():
    if compare(whole, "total", year, year - 1) == "open":
        open_years.append(year)
