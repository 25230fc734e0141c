"""Takes a zero for a blank.

Replaces: q2-answer
Hint: Somebody who reports zero has reported something. What does by_year do with a zero?
"""


def by_year(table, column, first, last):
    """A column as a Series with one entry for every year from first to last; unknown years blank."""
    values = {year: value for year, value in zip(table["year"], table[column]) if value > 0}
    return pd.Series({year: values.get(year) for year in range(first, last + 1)}, dtype=float)
