"""Takes the first three by position.

Replaces: q2-value
"""

top3 = rates_in(ucdp, people, 2018).iloc[:3]
