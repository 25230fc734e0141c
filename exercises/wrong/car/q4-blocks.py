"""Cuts the months into blocks instead of letting the window slide.

Replaces: q4-answer
Hint: Your windows start only every n months, so they can cut a wave in two. A window may start in any month.
"""


def deadliest_window(deaths, n):
    """The n months in a row with the highest sum: first month, last month, deaths."""
    if len(deaths) < n:
        return None
    best = None
    for start in range(0, len(deaths) - n + 1, n):
        total = int(deaths.iloc[start : start + n].sum())
        if best is None or total > best["deaths"]:
            first, last = deaths.index[start], deaths.index[start + n - 1]
            best = {"first": first.strftime("%Y-%m"), "last": last.strftime("%Y-%m"), "deaths": total}
    return best
