"""Calls every case with a blank possible, even when the known fact rules it out.

Replaces: q3-answer
Hint: Look at the cases with one blank. What does the other fact, the known one, already tell?
"""


def count_range(cases, least_people, least_months):
    """How many cases meet the definition for certain, and how many are not ruled out."""
    low = ((cases["people"] >= least_people) & (cases["months"] >= least_months)).sum()
    unknown = (cases["people"].isna() | cases["months"].isna()).sum()
    return int(low), int(low + unknown)
