"""Takes the largest window with another sign, not the smallest.

Replaces: q5-value
Hint: If several windows have another sign, which of them does the task ask for?
"""

colombia = ucdp[ucdp["iso3"] == "COL"].set_index("year")["total_deaths_best"]
four = before_after(colombia, 2016, 4)
signs = {n: before_after(colombia, 2016, n)["change_pct"] > 0 for n in range(1, 9)}
flip = max(n for n in signs if signs[n] != signs[1])
