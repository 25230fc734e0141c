"""Leaves out the weightings in which a criterion has no weight.

Replaces: q5-value
Hint: How many rows did you hand over? All weightings of GRID count, also those in which a criterion weighs nothing.
"""

shares = first_share(MERITS, GRID[(GRID > 0).all(axis=1)])
