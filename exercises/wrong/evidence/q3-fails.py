"""Takes an unknown fact for one that fails.

Replaces: q3-answer
Hint: What happens in your comparison when a fact is blank? A case with an unknown fact may still meet the definition.
"""


def count_range(cases, least_people, least_months):
    """How many cases meet the definition for certain, and how many are not ruled out."""
    known = cases.dropna(subset=["people", "months"])
    meets = (known["people"] >= least_people) & (known["months"] >= least_months)
    return int(meets.sum()), int(meets.sum())
