"""Computes the two numbers directly, rounded as Python's numbers.

Replaces: q3-value
"""

total = dict(zip(exports["year"], exports["total_exports_tonnes"]))
on_2014 = round(100 * total[2019] / total[2014], 1)
on_2015 = round(100 * total[2019] / total[2015], 1)
