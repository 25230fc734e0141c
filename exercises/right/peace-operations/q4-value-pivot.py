"""Adds up in pivot tables and leaves out who is no person in uniform.

Replaces: q4-value
"""

lost = people.pivot_table(index="mission", columns=["year", "personnel_type"], values="fatalities", aggfunc="sum")[2016]
lost = lost.reindex(columns=["military", "police", "military_observer"]).sum(axis=1)
ceilings = points[points["start"].str[:4].eq("2016") & points["measure"].str.match("(military|police)_authorised")]
rate_2016 = rate_per_thousand(lost, ceilings.pivot_table(index="mission", values="value", aggfunc="sum")["value"])
