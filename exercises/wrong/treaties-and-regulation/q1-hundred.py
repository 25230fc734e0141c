"""Calls the function with another threshold.

Replaces: q1-value
Hint: With which threshold did you call your function? Compare it with the number in the task and in the name.
"""

at_150 = first_year(parties, 100)
