"""Collects the two numbers in lists; numpy numbers.

Replaces: q5-value
"""

import numpy as np

least, open_ends = [], 0
for _, row in listings[listings["regime"] == "CAR"].iterrows():
    span = days_on_list(row["listed_on"], {day.replace("_", "-"): row[f"on_list_{day}"] for day in ("2020_11_30", "2025_08_16")})
    least.append(span["at_least"])
    open_ends += pd.isna(span["at_most"])
mean_at_least = np.round(np.mean(least), 1)
still_open = np.int64(open_ends)
