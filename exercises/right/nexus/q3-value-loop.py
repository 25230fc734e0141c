"""Fills the three names from one line.

Replaces: q3-value
"""

asked = [("HTI", 2018), ("SLV", 2015), ("HTI", 2019)]
haiti, el_salvador, haiti_2019 = (fold(homicide, iso3, start, 2022) for iso3, start in asked)
