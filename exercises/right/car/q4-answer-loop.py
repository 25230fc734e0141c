"""Adds up each window in a loop; numpy integers.

Replaces: q4-answer
"""


def deadliest_window(deaths, n):
    """The n months in a row with the highest sum: first month, last month, deaths."""
    best = None
    for start in range(len(deaths) - n + 1):
        part = deaths.iloc[start : start + n]
        if best is None or part.sum() > best["deaths"]:
            best = {"deaths": part.sum(), "last": str(part.index[-1])[:7], "first": str(part.index[0])[:7]}
    return best
