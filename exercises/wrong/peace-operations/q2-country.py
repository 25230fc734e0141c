"""Checks the instrument and forgets the country.

Replaces: q2-answer
Hint: A resolution on another country can have the same instrument. What does your function compare before it says that
a citation fits?
"""


def audit(cited, votes, iso3, instrument):
    """The citations with a verdict on each: not found, other date, other subject, or fits."""
    known = votes.dropna(subset=["resolution_number"]).astype({"resolution_number": "int64"})
    joined = cited.merge(known, left_on="number", right_on="resolution_number", how="left", validate="many_to_one")
    verdicts = []
    for row in joined.itertuples():
        if pd.isna(row.voted_on):
            verdicts.append("not found")
        elif not row.voted_on.startswith(row.printed):
            verdicts.append("other date")
        else:
            verdicts.append("fits" if row.instrument == instrument else "other subject")
    return cited.assign(verdict=verdicts)
