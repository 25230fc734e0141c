"""Goes to F, as the chapter does, instead of E.

Replaces: q6-value
Hint: Between which two places do you travel? The chapter's pair is not the one asked for here.
"""

closures = {link: extra_cost(toy, link, "A", "F") for link in toy}
