"""Compares the year alone, also where more is printed.

Replaces: q2-answer
Hint: How much of a printed date does your function compare? If the paper prints a month or a day, that has to be right
too.
"""


def audit(cited, votes, iso3, instrument):
    """The citations with a verdict on each: not found, other date, other subject, or fits."""
    known = votes.dropna(subset=["resolution_number"]).astype({"resolution_number": "int64"})
    joined = cited.merge(known, left_on="number", right_on="resolution_number", how="left", validate="many_to_one")
    verdicts = []
    for row in joined.itertuples():
        if pd.isna(row.voted_on):
            verdicts.append("not found")
        elif row.voted_on[:4] != row.printed[:4]:
            verdicts.append("other date")
        else:
            verdicts.append("fits" if (row.iso3, row.instrument) == (iso3, instrument) else "other subject")
    return cited.assign(verdict=verdicts)
