"""Takes another list than Haiti's.

Replaces: q3-value
Hint: Which regime do your rows belong to? Compare with the name in the task.
"""

haiti_pause = longest_pause(listings.loc[listings["regime"] == "Mali", "listed_on"])
