"""Takes the first row of a number that stands twice, and goes on.

Replaces: q2-answer
Hint: What does your function do if a number stands twice in the table of votes? Choosing one row quietly hides a fault
of the table: read what the task says about it.
"""


def audit(cited, votes, iso3, instrument):
    """The citations with a verdict on each: not found, other date, other subject, or fits."""
    known = votes.dropna(subset=["resolution_number"]).drop_duplicates("resolution_number").set_index("resolution_number")
    verdicts = []
    for number, printed in zip(cited["number"], cited["printed"]):
        if number not in known.index:
            verdicts.append("not found")
        elif not known.at[number, "voted_on"].startswith(printed):
            verdicts.append("other date")
        elif known.at[number, "iso3"] != iso3 or known.at[number, "instrument"] != instrument:
            verdicts.append("other subject")
        else:
            verdicts.append("fits")
    return cited.assign(verdict=verdicts)
