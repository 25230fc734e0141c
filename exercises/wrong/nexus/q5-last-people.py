"""Takes the population of the last year in the table.

Replaces: q5-value
Hint: Of which year are your three numbers? Deaths, rate and people must be of one year.
"""

deaths = ucdp[(ucdp["iso3"] == "AFG") & (ucdp["year"] == 2021)].iloc[0]
rate = homicide[(homicide["iso3"] == "AFG") & (homicide["year"] == 2021)]["homicides_per_100k"].iloc[0]
number = people[people["iso3"] == "AFG"]["population"].iloc[-1]
afghanistan = {name: break_even(deaths[f"total_deaths_{name}"], rate, number) for name in ("low", "best", "high")}
