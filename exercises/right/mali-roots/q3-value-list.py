"""Writes the dict out, in another order, with a list of years.

Replaces: q3-value
"""

rows = ucdp.set_index("iso3").loc["CAF"]
years = rows.loc[rows["state_based_deaths_best"].ge(25), "year"].tolist()
car_spells = {4: spells(years, 4), 2: spells(years, 2), 1: spells(years)}
