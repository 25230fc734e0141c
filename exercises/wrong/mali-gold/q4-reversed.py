"""Hands the two records over in the wrong order.

Replaces: q4-value
Hint: Who is the partner and who is the reporter here? Check the order of your two amounts.
"""

in_2014 = mirror[(mirror["year"] == 2014) & (mirror["exporter"] == "MLI")].set_index("importer")["tonnes"]
gap_2014 = mirror_gap(float(in_2014["WLD"]), float(in_2014["ARE"]))
