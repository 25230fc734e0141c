"""Writes the verdicts with masks, the weakest first.

Replaces: q2-answer
"""


def audit(cited, votes, iso3, instrument):
    """The citations with a verdict on each: not found, other date, other subject, or fits."""
    known = votes.dropna(subset=["resolution_number"]).rename(columns={"resolution_number": "number"})
    joined = cited.merge(known[["number", "voted_on", "iso3", "instrument"]], on="number", how="left", validate="m:1")
    verdict = pd.Series("fits", index=joined.index, dtype="object")
    verdict[(joined["iso3"] != iso3) | (joined["instrument"] != instrument)] = "other subject"
    same = [str(day)[: len(text)] == text for day, text in zip(joined["voted_on"], joined["printed"])]
    verdict[[not one for one in same]] = "other date"
    verdict[joined["voted_on"].isna()] = "not found"
    result = cited.copy()
    result["verdict"] = verdict.to_numpy()
    return result.reset_index(drop=True)
