"""Takes the year after the agreement as the year of the event.

Replaces: q5-value
Hint: Which year belongs to neither side here? The task gives the year of the event.
"""

colombia = ucdp[ucdp["iso3"] == "COL"].set_index("year")["total_deaths_best"]
four = before_after(colombia, 2017, 4)
signs = {n: before_after(colombia, 2017, n)["change_pct"] > 0 for n in range(1, 8)}
flip = next((n for n in signs if signs[n] != signs[1]), 8)
