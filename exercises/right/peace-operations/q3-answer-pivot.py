"""Goes through the missions one by one.

Replaces: q3-answer
"""


def share_of_deaths(table, types):
    """Deaths of some types of personnel, per cent of all deaths of each mission, 1 decimal."""
    shares = {}
    for mission in sorted(table["mission"].unique()):
        rows = table[table["mission"] == mission]
        total = rows["fatalities"].sum()
        part = rows.loc[rows["personnel_type"].isin(types), "fatalities"].sum()
        shares[mission] = round(part / total * 100, 1) if total else None
    return pd.Series(shares, dtype="float64")
