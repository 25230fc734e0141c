"""Does not go through implied_price, so the price in between is not rounded.

Replaces: q5-value
"""

row = mirror.query("year == 2022 and exporter == 'MLI' and importer == 'WLD'").squeeze()
ounces = row["tonnes"] * 1_000_000 / 31.1034768
pct_of_benchmark = (row["value_million_usd"] * 1_000_000 / ounces / price[2022] * 100).round(1)
