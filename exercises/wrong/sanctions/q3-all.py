"""Takes the days of all three regimes.

Replaces: q3-value
Hint: Whose days of listing did you hand over? The task asks for one list.
"""

haiti_pause = longest_pause(listings["listed_on"])
