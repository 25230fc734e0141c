"""Hands the rows over in another order.

Replaces: q1-value
"""

at_150 = first_year(parties.sample(frac=1, random_state=1), n=150)
