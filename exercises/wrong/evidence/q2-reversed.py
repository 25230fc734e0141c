"""Turns the share round: how many of the attributed statements are about sanctions.

Replaces: q2-value
Hint: Read the share aloud, "of all … so many per cent are …". Which of the two conditions is the whole?
"""

sanctions_attributed = share(claims[claims["stance"] == "attributed"], "theme", "sanctions")
