"""Returns the number of undecided cases in the place of high.

Replaces: q3-answer
Hint: What does your second number count? High holds all cases that are not ruled out, the certain ones too.
"""


def count_range(cases, least_people, least_months):
    """How many cases meet the definition for certain, and how many are not ruled out."""
    meets = (cases["people"] >= least_people) & (cases["months"] >= least_months)
    fails = (cases["people"] < least_people) | (cases["months"] < least_months)
    return int(meets.sum()), int((~meets & ~fails).sum())
