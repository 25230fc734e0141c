"""Asks for the three types one by one.

Replaces: q3-value
"""

mali = dyads.query("iso3 == 'MLI'")
found = [active_years(mali, "MUJAO", kind) for kind in ("state_based", "non_state", "one_sided")]
mujao = sorted({year for years in found for year in years})
