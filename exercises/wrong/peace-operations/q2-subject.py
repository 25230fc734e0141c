"""Checks the date only, and no subject.

Replaces: q2-answer
Hint: A number and a date can be right and the decision can still be about something else. Does your function ever
return each of the four verdicts?
"""


def audit(cited, votes, iso3, instrument):
    """The citations with a verdict on each: not found, other date, other subject, or fits."""
    known = votes.dropna(subset=["resolution_number"]).astype({"resolution_number": "int64"})
    joined = cited.merge(known, left_on="number", right_on="resolution_number", how="left", validate="many_to_one")
    verdicts = []
    for printed, day in zip(joined["printed"], joined["voted_on"]):
        verdicts.append("not found" if pd.isna(day) else "fits" if day.startswith(printed) else "other date")
    return cited.assign(verdict=verdicts)
