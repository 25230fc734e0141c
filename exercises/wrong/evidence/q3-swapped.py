"""Hands over months and people in the wrong order.

Replaces: q3-value
Hint: Check the order of your two limits against the header of the function.
"""

narrow = count_range(cases, 12, 4)
