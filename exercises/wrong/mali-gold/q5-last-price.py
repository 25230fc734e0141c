"""Compares with the last price of the table instead of the price of the same year.

Replaces: q5-value
Hint: Of which year is the world price that you compare with? Both prices must be of one year.
"""

in_2022 = mirror[(mirror["year"] == 2022) & (mirror["exporter"] == "MLI") & (mirror["importer"] == "WLD")].iloc[0]
implied_2022 = implied_price(in_2022["value_million_usd"], in_2022["tonnes"])
pct_of_benchmark = round(implied_2022 / float(price.iloc[-1]) * 100, 1)
