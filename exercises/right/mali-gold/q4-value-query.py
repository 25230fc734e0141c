"""Finds the two rows with query; the dict is written out.

Replaces: q4-value
"""

malian = mirror.query("year == 2014 and exporter == 'MLI'")
imported = malian.loc[malian["importer"] == "ARE", "tonnes"].item()
exported = malian.loc[malian["importer"] == "WLD", "tonnes"].item()
gap_2014 = {"gap": round(imported - exported, 1), "ratio": round(imported / exported, 2)}
