"""Computes without asking whether the numbers are there.

Replaces: q5-answer
Hint: Try break_even with a missing number in each of the three places. What does the task want then?
"""


def break_even(deaths, rate, population):
    """Per cent of all homicides that would equal a number of deaths; NaN where it cannot be computed."""
    homicides = rate * population / 100_000
    return round(float(deaths / homicides * 100), 1)
