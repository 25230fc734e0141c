"""Asks about the subject before the date.

Replaces: q2-answer
Hint: A citation can have two faults. Which verdict does your function give then? The list in the task is in order: the
first that is true counts.
"""


def audit(cited, votes, iso3, instrument):
    """The citations with a verdict on each: not found, other date, other subject, or fits."""
    known = votes.dropna(subset=["resolution_number"]).astype({"resolution_number": "int64"})
    joined = cited.merge(known, left_on="number", right_on="resolution_number", how="left", validate="many_to_one")
    verdicts = []
    for row in joined.itertuples():
        if pd.isna(row.voted_on):
            verdicts.append("not found")
        elif (row.iso3, row.instrument) != (iso3, instrument):
            verdicts.append("other subject")
        else:
            verdicts.append("fits" if row.voted_on.startswith(row.printed) else "other date")
    return cited.assign(verdict=verdicts)
