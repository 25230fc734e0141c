"""Finds blank cells, but not the years that have no row.

Replaces: q2-value
Hint: A year can lack a value in two ways: by a blank cell, or by having no row at all. Look for both.
"""

artisanal = by_year(exports, "artisanal_tonnes", 2013, 2021)
missing = exports.loc[exports["artisanal_tonnes"].isna(), "year"].tolist()
mean_t = round(float(artisanal.mean()), 2)
