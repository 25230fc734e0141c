"""Joins the table to a table of all years.

Replaces: q2-answer
"""


def by_year(table, column, first, last):
    years = pd.DataFrame({"year": range(first, last + 1)})
    return years.merge(table[["year", column]], on="year", how="left").set_index("year")[column]
