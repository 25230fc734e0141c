"""Takes "at least" for "more than".

Replaces: q3-answer
Hint: Does a case with exactly the least number of people or months meet the definition? Read the law again.
"""


def count_range(cases, least_people, least_months):
    """How many cases meet the definition for certain, and how many are not ruled out."""
    low = ((cases["people"] > least_people) & (cases["months"] > least_months)).sum()
    fails = ((cases["people"] <= least_people) | (cases["months"] <= least_months)).sum()
    return int(low), int(len(cases) - fails)
