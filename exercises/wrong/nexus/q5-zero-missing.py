"""Takes zero deaths for a missing number.

Replaces: q5-answer
Hint: Is zero deaths the same as a missing number? Try both.
"""


def break_even(deaths, rate, population):
    """Per cent of all homicides that would equal a number of deaths; NaN where it cannot be computed."""
    if not deaths or pd.isna(deaths) or pd.isna(rate) or pd.isna(population) or rate <= 0 or population <= 0:
        return float("nan")
    return round(float(deaths / (rate * population / 100_000) * 100), 1)
