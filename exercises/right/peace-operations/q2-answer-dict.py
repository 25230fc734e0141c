"""Looks the numbers up in a dict and refuses doubles itself.

Replaces: q2-answer
"""


def audit(cited, votes, iso3, instrument):
    """The citations with a verdict on each: not found, other date, other subject, or fits."""
    table = votes[votes["resolution_number"].notna()]
    if table["resolution_number"].duplicated().any():
        raise ValueError("a number stands twice in the table of votes")
    known = {row.resolution_number: row for row in table.itertuples()}

    def verdict(number, printed):
        row = known.get(number)
        if row is None:
            return "not found"
        if row.voted_on[: len(printed)] != printed:
            return "other date"
        return "fits" if row.iso3 == iso3 and row.instrument == instrument else "other subject"

    return cited.assign(verdict=[verdict(number, printed) for number, printed in zip(cited["number"], cited["printed"])])
