"""Hands over the rows of Niger only.

Replaces: q2-value
"""

niger = peaks(ucdp.query("iso3 == 'NER'").reset_index(drop=True), "NER", first=2012, last=2021)
