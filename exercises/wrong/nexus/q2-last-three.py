"""Takes the last three entries.

Replaces: q2-value
Hint: Which end of the list holds the largest rates?
"""

top3 = rates_in(ucdp, people, 2018).tail(3)
