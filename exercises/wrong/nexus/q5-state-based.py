"""Takes state-based deaths instead of all deaths.

Replaces: q5-value
Hint: Which deaths do you compare with? Check the names of the columns against the task.
"""

row = ucdp.merge(homicide, on=["iso3", "year"]).merge(people, on=["iso3", "year"])
row = row[(row["iso3"] == "AFG") & (row["year"] == 2021)].iloc[0]
afghanistan = {
    name: break_even(row[f"state_based_deaths_{name}"], row["homicides_per_100k"], row["population"])
    for name in ("low", "best", "high")
}
