"""Leaves out of the mean the listings that no copy shows.

Replaces: q5-value
Hint: Over how many listings do you take the mean? A lower limit of zero days is a known number and belongs in it.
"""

car = listings[listings["regime"] == "CAR"]
spans = pd.DataFrame(
    [
        days_on_list(row.listed_on, {"2020-11-30": row.on_list_2020_11_30, "2025-08-16": row.on_list_2025_08_16})
        for row in car.itertuples()
    ]
)
mean_at_least = round(float(spans.loc[spans["at_least"] > 0, "at_least"].mean()), 1)
still_open = int(spans["at_most"].isna().sum())
