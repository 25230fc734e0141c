"""Refuses a rate of zero, but not one below zero.

Replaces: q5-answer
Hint: When are there no homicides to take a share of? Zero is not the only case in the task.
"""


def break_even(deaths, rate, population):
    """Per cent of all homicides that would equal a number of deaths; NaN where it cannot be computed."""
    if pd.isna(deaths) or pd.isna(rate) or pd.isna(population) or rate == 0 or population == 0:
        return float("nan")
    return round(float(deaths / (rate * population / 100_000) * 100), 1)
