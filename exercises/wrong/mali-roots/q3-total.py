"""Takes the deaths of all kinds of violence.

Replaces: q3-value
Hint: Which deaths count here? Check the column by which you choose the years.
"""

in_car = ucdp[(ucdp["iso3"] == "CAF") & (ucdp["total_deaths_best"] >= 25)]["year"]
car_spells = {gap: spells(in_car, gap) for gap in (1, 2, 4)}
