"""Leaves a mission without a row for these types blank.

Replaces: q3-answer
Hint: What does your function say of a mission that has deaths, but none of these types? Here the task knows the answer:
look at what happens when you divide two Series whose missions differ.
"""


def share_of_deaths(table, types):
    """Deaths of some types of personnel, per cent of all deaths of each mission, 1 decimal."""
    total = table.groupby("mission")["fatalities"].sum()
    part = table[table["personnel_type"].isin(types)].groupby("mission")["fatalities"].sum()
    return (100 * part / total).round(1)
