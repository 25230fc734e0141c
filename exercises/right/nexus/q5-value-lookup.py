"""Looks each number up by itself; other order of the keys.

Replaces: q5-value
"""

key = ("AFG", 2021)
deaths = ucdp.set_index(["iso3", "year"]).loc[key]
rate = homicide.set_index(["iso3", "year"]).loc[key, "homicides_per_100k"]
number = people.set_index(["iso3", "year"]).loc[key, "population"]
afghanistan = {}
for name in ["high", "low", "best"]:
    afghanistan[name] = break_even(deaths["total_deaths_" + name], rate, number)
