"""Lets windows with fewer than n months compete.

Replaces: q4-answer
Hint: How many months does the first sum of your rolling add up? A window must hold n months and lie inside the data,
also at the beginning.
"""


def deadliest_window(deaths, n):
    """The n months in a row with the highest sum: first month, last month, deaths."""
    if len(deaths) < n:
        return None
    sums = deaths.rolling(n, min_periods=1).sum()
    last = sums.idxmax()
    first = last - pd.DateOffset(months=n - 1)
    return {"first": first.strftime("%Y-%m"), "last": last.strftime("%Y-%m"), "deaths": int(sums.max())}
