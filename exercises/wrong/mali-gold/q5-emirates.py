"""Divides Mali's value by the weight that the Emirates recorded.

Replaces: q5-value
Hint: Value and weight must come from one record. From which row of mirror is your weight?
"""

in_2022 = mirror[(mirror["year"] == 2022) & (mirror["exporter"] == "MLI")].set_index("importer")
implied_2022 = implied_price(in_2022.loc["WLD", "value_million_usd"], in_2022.loc["ARE", "tonnes"])
pct_of_benchmark = round(implied_2022 / float(price.loc[2022]) * 100, 1)
