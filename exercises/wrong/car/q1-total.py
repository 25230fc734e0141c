"""Looks at deaths of all kinds where the task asks for one-sided ones.

Replaces: q1-value
Hint: Your function may be right. Look at the third argument of your call: which kind of violence does the task ask for?
"""

sudan = peak(ucdp, "SDN", "total")
