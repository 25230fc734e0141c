"""Takes every year with a death, not those that reach the threshold.

Replaces: q3-value
Hint: How many deaths does a year need to count here? Check the condition by which you choose the years.
"""

in_car = ucdp[(ucdp["iso3"] == "CAF") & (ucdp["state_based_deaths_best"] > 0)]["year"]
car_spells = {gap: spells(in_car, gap) for gap in (1, 2, 4)}
