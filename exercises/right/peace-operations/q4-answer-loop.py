"""Goes through the missions one by one.

Replaces: q4-answer
"""


def rate_per_thousand(deaths, strength):
    """Deaths per 1,000 of strength by mission, 2 decimals; blank where it cannot be known."""
    rates = {}
    for mission in sorted(set(deaths.index) | set(strength.index)):
        lost, there = deaths.get(mission), strength.get(mission)
        known = lost is not None and there is not None and there > 0
        rates[mission] = round(lost / there * 1000, 2) if known else float("nan")
    return pd.Series(rates, dtype=float)
