"""Takes the share of deaths and homicides together.

Replaces: q5-answer
Hint: A share of what? Read which number stands below the line: all homicides, and nothing else.
"""


def break_even(deaths, rate, population):
    """Per cent of all homicides that would equal a number of deaths; NaN where it cannot be computed."""
    if pd.isna(deaths) or pd.isna(rate) or pd.isna(population) or rate <= 0 or population <= 0:
        return float("nan")
    homicides = rate * population / 100_000
    return round(float(deaths / (deaths + homicides) * 100), 1)
