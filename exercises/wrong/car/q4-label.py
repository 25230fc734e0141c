"""Takes the month that rolling names for the first of the window.

Replaces: q4-answer
Hint: Add up the months between your first and your last by hand: do you get your number of deaths? rolling writes each
sum at one end of its window. Find out at which.
"""


def deadliest_window(deaths, n):
    """The n months in a row with the highest sum: first month, last month, deaths."""
    if len(deaths) < n:
        return None
    sums = deaths.rolling(n).sum()
    first = sums.idxmax()
    last = first + pd.DateOffset(months=n - 1)
    return {"first": first.strftime("%Y-%m"), "last": last.strftime("%Y-%m"), "deaths": int(sums.max())}
