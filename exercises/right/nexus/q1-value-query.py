"""Chooses the rows with query and writes the tuple out.

Replaces: q1-value
"""

sudan = ucdp.query("iso3 == 'SDN' and total_deaths_best > 0").set_index("year")
percent = 100 * sudan["non_state_deaths_best"] / sudan["total_deaths_best"]
sudan_peak = (percent.idxmax(), percent.max().round(1))
