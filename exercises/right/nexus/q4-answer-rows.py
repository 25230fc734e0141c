"""Goes through sorted rows; numpy's whole numbers.

Replaces: q4-answer
"""


def flag_wide(table, factor):
    flagged = []
    for _, row in table.sort_values(["iso3", "year"]).iterrows():
        if row["total_deaths_low"] != 0 and row["total_deaths_high"] >= factor * row["total_deaths_low"]:
            flagged.append((row["iso3"], row["year"]))
    return flagged
