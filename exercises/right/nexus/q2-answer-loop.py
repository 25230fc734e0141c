"""Goes through the rows and builds the Series from a list.

Replaces: q2-answer
"""


def rates_in(deaths, people, year):
    alive = {row.iso3: row.population for row in people.itertuples() if row.year == year and row.population > 0}
    rates = [
        (-round(row.total_deaths_best / alive[row.iso3] * 100_000, 2), row.iso3)
        for row in deaths.itertuples()
        if row.year == year and row.iso3 in alive and pd.notna(row.total_deaths_best)
    ]
    return pd.Series({iso3: -rate for rate, iso3 in sorted(rates)}, dtype=float)
