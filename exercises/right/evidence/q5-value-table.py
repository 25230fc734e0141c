"""Compares all countries in one table.

Replaces: q5-value
"""

actors = scores[scores["indicator_group"] == "criminal_actor"]
wide = actors.pivot(index=["iso3", "indicator"], columns="edition", values="score_1_to_10")
every = wide.groupby("iso3").mean()
same = wide[[2021, 2023]].dropna().groupby("iso3").mean()
turned = list(every.index[(every[2023] < every[2021]) & (same[2023] > same[2021])])
