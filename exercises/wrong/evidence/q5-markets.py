"""Compares the criminal markets instead of the criminal actors.

Replaces: q5-value
Hint: Which group of indicators does the task ask for? The chapter's trap was about another group.
"""

turned = []
for code in sorted(scores["iso3"].unique()):
    rows = scores[(scores["iso3"] == code) & (scores["indicator_group"] == "criminal_market")]
    every = rows.groupby("edition")["score_1_to_10"].mean()
    start, end, n = same_basis(scores, code, "criminal_market", 2021, 2023)
    if every[2023] < every[2021] and end > start:
        turned.append(code)
