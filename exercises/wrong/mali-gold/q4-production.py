"""Sets the Emirates' imports against Mali's industrial output, which the row's note mentions.

Replaces: q4-value
Hint: You compare with something other than Mali's exports. Which row of mirror holds what the exporter recorded?
"""

industrial = exports.set_index("year")["industrial_tonnes"]
gap_2014 = mirror_gap(59.9, float(industrial.loc[2014]))
