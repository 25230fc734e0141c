"""Searches the window with a loop; the Series holds decimals.

Replaces: q5-value
"""

deaths = ucdp.query("iso3 == 'COL'").set_index("year")["total_deaths_best"].astype(float)
four = before_after(deaths, event=2016, n=4)
flip = 2
while (before_after(deaths, 2016, flip)["change_pct"] < 0) == (before_after(deaths, 2016, 1)["change_pct"] < 0):
    flip += 1
