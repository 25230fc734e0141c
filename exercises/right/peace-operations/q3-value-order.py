"""Gives the types in another order, as a tuple.

Replaces: q3-value
"""

civilian = share_of_deaths(people.sample(frac=1, random_state=3), ("local", "international_civilian"))
