"""Lists every country that rose on the same basis, whatever happened over all.

Replaces: q5-value
Hint: Two things must be true of a country on the list. Check both.
"""

turned = []
for code in sorted(scores["iso3"].unique()):
    start, end, n = same_basis(scores, code, "criminal_actor", 2021, 2023)
    if end > start:
        turned.append(code)
