"""Chooses the rows first.

Replaces: q1-value
"""

car_governments = governments(dyads.query("iso3 == 'CAF'"), iso3="CAF")
