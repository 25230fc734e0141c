"""Takes the world price as a percentage of the implied price.

Replaces: q5-value
Hint: A percentage of what? The benchmark is the number that stands for 100.
"""

in_2022 = mirror[(mirror["year"] == 2022) & (mirror["exporter"] == "MLI") & (mirror["importer"] == "WLD")].iloc[0]
implied_2022 = implied_price(in_2022["value_million_usd"], in_2022["tonnes"])
pct_of_benchmark = round(float(price.loc[2022]) / implied_2022 * 100, 1)
