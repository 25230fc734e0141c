"""The ledger of claims: who says what, and the marks that carry it into the text.

A mark is written in square brackets after the sentence: [G17], or [G17; B11] for several.
The letter names the document (column `mark` of sources.csv), the number is the claim's.
"""

import csv
import re
from functools import cache

from nexus.tables import DATA

MARK = re.compile(r"\[([A-Z]\d+(?:; ?[A-Z]\d+)*)\]")

# Words for the closed vocabularies of claims.csv, as readers see them.
RESTS_ON = {
    "interview": "Interview",
    "meeting": "The Bamako meeting",
    "survey": "A named survey",
    "document_or_resolution": "A document",
    "cited_literature": "Cited literature",
    "count_or_statistic": "A count or statistic",
    "none_stated": "No evidence given",
}


def _rows(name):
    with open(DATA / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def sources():
    """Rows of sources.csv by `source_id`."""
    return {row["source_id"]: row for row in _rows("sources")}


@cache
def ledger():
    """Rows of claims.csv by mark, for instance "G17" for unu_gold_2024-017."""
    letters = {key: row["mark"] for key, row in sources().items()}
    return {letters[row["source_id"]] + str(int(row["claim_id"].rsplit("-", 1)[1])): row for row in _rows("claims")}


def marks(text):
    """The marks in a text, in order: "… cash [G17; G18]." gives ["G17", "G18"]."""
    return [mark for group in MARK.findall(text) for mark in re.split(r"; ?", group)]


def claim(mark):
    """One row of the ledger. Raises ValueError for a mark that it does not hold."""
    try:
        return ledger()[mark]
    except KeyError:
        raise ValueError(f"no claim {mark} in data/claims.csv; look the number up there") from None


def coverage(carried, chapter):
    """Claims of a chapter that none of the carried marks covers, in the ledger's order."""
    return [mark for mark, row in ledger().items() if row["chapter"] == chapter and mark not in carried]
