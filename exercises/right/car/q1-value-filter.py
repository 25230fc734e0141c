"""Hands over only the rows of the country.

Replaces: q1-value
"""

sudan = peak(ucdp.loc[ucdp["iso3"] == "SDN"].reset_index(drop=True), iso3="SDN", kind="one_sided")
