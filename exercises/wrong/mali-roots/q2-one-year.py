"""Takes the year with most deaths in all for every kind.

Replaces: q2-value
Hint: Each kind of violence can have its peak in another year. Look at each by itself.
"""

rows = ucdp[(ucdp["iso3"] == "NER") & ucdp["year"].between(2012, 2021)].set_index("year")
worst = rows["total_deaths_best"].idxmax()
kinds = ["non_state", "one_sided", "state_based"]
niger = pd.DataFrame([{"kind": kind, "year": worst, "deaths": rows.loc[worst, f"{kind}_deaths_best"]} for kind in kinds])
