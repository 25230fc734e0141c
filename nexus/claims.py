"""The ledger of claims: who says what, and the marks that carry it into the text.

A mark is written in square brackets after the sentence: [G17], or [G17; B11] for several.
The letter names the document (column `mark` of sources.csv), the number is the claim's.
A mark may repeat the ledger's stance, [G17 attributed], and is then held to it.
"""

import re
from difflib import get_close_matches
from functools import cache

from nexus.tables import rows

# Words for the closed vocabularies of claims.csv, as readers see them.
STANCES = {
    "asserted": "the document says it in its own voice",
    "attributed": "the document reports what somebody else says",
    "anecdotal": "the document calls it a single case or a sign",
    "contested": "the document sets opposing views side by side",
    "recommended": "the document urges or proposes it",
}
RESTS_ON = {
    "interview": "Interview",
    "meeting": "The Bamako meeting",
    "survey": "A named survey",
    "document_or_resolution": "A document",
    "cited_literature": "Cited literature",
    "count_or_statistic": "A count or statistic",
    "none_stated": "No evidence given",
}
THEMES = {
    "nexus": "Crime and conflict",
    "mali": "Mali",
    "car": "Central African Republic",
    "mediation_and_local": "Mediation and local peace",
    "peace_operations": "Peace operations",
    "sanctions": "Sanctions",
    "untoc_and_regulation": "Treaties and regulation",
    "prevention_peacebuilding": "Prevention and peacebuilding",
    "method_and_evidence": "Method and evidence",
}

CHAPTERS = {  # of the ledger, in the book's order, with the short names that lists and links use
    "evidence": "What counts, and how do we know?",
    "nexus": "When crime and conflict meet",
    "mali-roots": "Mali: the roots of 2012",
    "mali-gold": "Gold in Kayes",
    "mali-peace": "Peace from above, peace from below",
    "car": "The Central African Republic",
    "peace-operations": "Peace operations",
    "sanctions": "Sanctions and panels of experts",
    "treaties-and-regulation": "Treaties, rules and aid conditions",
    "designing-responses": "Designing a response",
}

_ONE = rf"[A-Z]\d+(?: (?:{'|'.join(STANCES)}))?"
MARK = re.compile(rf"\[({_ONE}(?:; ?{_ONE})*)\]")


@cache
def sources():
    """Rows of sources.csv by `source_id`."""
    return {row["source_id"]: row for row in rows("sources")}


def mark_of(claim_id):
    """The mark of a claim: "G17" for unu_gold_2024-017."""
    source, _, number = claim_id.rpartition("-")
    return sources()[source]["mark"] + str(int(number))


@cache
def ledger():
    """Rows of claims.csv by mark, in the ledger's order."""
    return {mark_of(row["claim_id"]): row for row in rows("claims")}


@cache
def doubts():
    """Rows of doubts.csv by mark: what is known to be doubtful about a claim, as a list."""
    found = {}
    for row in rows("doubts"):
        for claim_id in row["claim_ids"].split(";"):
            found.setdefault(mark_of(claim_id), []).append(row)
    return found


def marked(text):
    """The marks in a text, in order, each with the stance it repeats ("" where it repeats none)."""
    parts = [part.partition(" ") for group in MARK.findall(text) for part in re.split(r"; ?", group)]
    return [(mark, stance) for mark, _, stance in parts]


def marks(text):
    """The marks in a text, in order: "… cash [G17; G18]." gives ["G17", "G18"]."""
    return [mark for mark, _ in marked(text)]


def claim(mark, stance=""):
    """One row of the ledger.

    Raises ValueError for a mark that the ledger does not hold, and for a stance that is not the ledger's.
    """
    row = ledger().get(mark)
    if row is None:
        near = get_close_matches(mark, ledger(), n=3)
        hint = f"did you mean {' or '.join(near)}? Otherwise " if near else ""
        raise ValueError(f"no claim {mark} in data/claims.csv: {hint}look the number up there")
    if stance and stance != row["stance"]:
        raise ValueError(f"{mark} is {row['stance']} in data/claims.csv, not {stance}: correct the mark and the sentence")
    return row
