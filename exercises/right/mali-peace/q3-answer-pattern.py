"""Looks for the name between commas or at the ends of the cell.

Replaces: q3-answer
"""

import re


def active_years(table, actor, kind=None):
    pattern = re.compile(rf"(^|,)\s*{re.escape(actor)}\s*(,|$)")
    years = set()
    for row in table.itertuples():
        if kind in (None, row.violence_type) and (pattern.search(row.side_a) or pattern.search(row.side_b)):
            years.add(row.year)
    return sorted(years)
