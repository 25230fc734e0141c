"""Selects with query, drops drafts by their blank number; numpy integers.

Replaces: q1-answer
"""


def split_votes(votes, iso3, instrument):
    """Numbers of the resolutions adopted without unanimity, earliest vote first."""
    rows = votes.query("iso3 == @iso3 and instrument == @instrument and adopted and not unanimous")
    return list(rows.sort_values("voted_on")["resolution_number"].dropna().to_numpy().astype("int64"))
