"""Finds the last day of a month or a year by an offset.

Replaces: q4-answer
"""


def days_between(first, second):
    def ends(text):
        start = pd.Timestamp(text)
        length = {4: pd.DateOffset(years=1), 7: pd.DateOffset(months=1), 10: pd.DateOffset(days=1)}[len(text)]
        return start, start + length - pd.Timedelta(days=1)

    (early, late), (soon, far) = ends(first), ends(second)
    if soon <= late:
        raise ValueError("the order is not sure")
    return (soon - late).days, (far - early).days
