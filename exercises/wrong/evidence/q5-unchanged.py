"""Counts a mean that stayed where it was as one that rose.

Replaces: q5-value
Hint: Is a mean that does not move a rise? Look at the countries whose mean on the same basis stays the same.
"""

turned = []
for code in sorted(scores["iso3"].unique()):
    actors = scores[(scores["iso3"] == code) & (scores["indicator_group"] == "criminal_actor")]
    every = actors.groupby("edition")["score_1_to_10"].mean()
    start, end, n = same_basis(scores, code, "criminal_actor", 2021, 2023)
    if every[2023] < every[2021] and end >= start:
        turned.append(code)
