"""Takes the median for the mean.

Replaces: q5-value
Hint: Which middle does the task ask for? The two can lie far apart when some listings are much shorter than others.
"""

car = listings[listings["regime"] == "CAR"]
spans = pd.DataFrame(
    [
        days_on_list(row.listed_on, {"2020-11-30": row.on_list_2020_11_30, "2025-08-16": row.on_list_2025_08_16})
        for row in car.itertuples()
    ]
)
mean_at_least = round(float(spans["at_least"].median()), 1)
still_open = int(spans["at_most"].isna().sum())
