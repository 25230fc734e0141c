"""Of several windows with the same sum, takes the latest.

Replaces: q4-answer
Hint: Which window does your function keep when a later one has the same sum? The task says which one to take.
"""


def deadliest_window(deaths, n):
    """The n months in a row with the highest sum: first month, last month, deaths."""
    if len(deaths) < n:
        return None
    most, start = -1, 0
    for here in range(len(deaths) - n + 1):
        total = int(deaths.iloc[here : here + n].sum())
        if total >= most:
            most, start = total, here
    first, last = deaths.index[start], deaths.index[start + n - 1]
    return {"first": first.strftime("%Y-%m"), "last": last.strftime("%Y-%m"), "deaths": most}
