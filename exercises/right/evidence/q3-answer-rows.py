"""Goes through the cases row by row.

Replaces: q3-answer
"""


def count_range(cases, least_people, least_months):
    low = high = 0
    for people, months in zip(cases["people"], cases["months"]):
        low += bool(people >= least_people and months >= least_months)
        high += not (people < least_people or months < least_months)
    return low, high
