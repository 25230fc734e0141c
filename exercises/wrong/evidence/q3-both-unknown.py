"""Rules out a case of which nothing is known.

Replaces: q3-answer
Hint: What about a case in which both facts are unknown? Ask what rules it out.
"""


def count_range(cases, least_people, least_months):
    """How many cases meet the definition for certain, and how many are not ruled out."""
    people, months = cases["people"] >= least_people, cases["months"] >= least_months
    low = (people & months).sum()
    perhaps = (people & cases["months"].isna()) | (months & cases["people"].isna())
    return int(low), int(low + perhaps.sum())
