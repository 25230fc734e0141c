"""Takes the days by index.

Replaces: q3-value
"""

haiti_pause = longest_pause(listings.set_index("regime").loc["Haiti", "listed_on"].sample(frac=1, random_state=2))
