"""Counts rows instead of deaths.

Replaces: q3-answer
Hint: What does one row of people count? A row can stand for many deaths: add up a column, do not count rows.
"""


def share_of_deaths(table, types):
    """Deaths of some types of personnel, per cent of all deaths of each mission, 1 decimal."""
    return (100 * table["personnel_type"].isin(types).groupby(table["mission"]).mean()).round(1)
