"""Gives 0 to a mission without any recorded death.

Replaces: q3-answer
Hint: A mission without any recorded death has nothing to divide by. Your function fills that in: what does the task say
of such a mission?
"""


def share_of_deaths(table, types):
    """Deaths of some types of personnel, per cent of all deaths of each mission, 1 decimal."""
    total = table.groupby("mission")["fatalities"].sum()
    part = table[table["personnel_type"].isin(types)].groupby("mission")["fatalities"].sum()
    return (100 * part / total).fillna(0).round(1)
