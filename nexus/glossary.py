"""The glossary (data/glossary.csv): its entries, and where a text first uses them."""

import re
import unicodedata
from functools import cache

from nexus import tables

KNOWN = {"UN", "US", "EU", "UK"}  # neither linked nor written out: everybody reads them
NAMES = {"institution", "instrument", "mission", "armed_group", "process"}


def slug(term):
    """The anchor of a term on the glossary page."""
    plain = unicodedata.normalize("NFKD", term).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@cache
def entries():
    """All rows of the glossary, in order."""
    return tables.rows("glossary")


def forms(entry):
    """Every way to write an entry: the term, its abbreviation, other forms."""
    return [form for form in [entry["term"], entry["abbreviation"], *entry["other_forms"].split(";")] if form]


@cache
def find(words):
    """The entry of a term, abbreviation or other form. Raises ValueError when there is none."""
    wanted = words.lower().replace("’", "'")  # the build sets typographic apostrophes
    for entry in entries():
        if wanted in (form.lower() for form in forms(entry)):
            return entry
    raise ValueError(f"no term {words!r} in data/glossary.csv: add it there, or correct the word")


def abbreviated(name):
    """The abbreviation of a name that has one (UCDP), else the name itself."""
    try:
        return find(name)["abbreviation"] or name
    except ValueError:
        return name


def _linked(form, entry):
    """Whether a form is linked wherever it is first used: names and abbreviations, and terms of two words or more.

    Places, and single common words ("share", "rate"), are linked in a chapter's list of terms only.
    """
    if entry["kind"] == "place" or form in KNOWN or entry["abbreviation"] in KNOWN:
        return False
    return entry["kind"] in NAMES or form == entry["abbreviation"] or re.search(r"[ -]", form) is not None


@cache
def pattern():
    """One expression that finds every linked form, the longest first; abbreviations and names as they are written."""
    exact, free = [], []
    for entry in entries():
        for form in forms(entry):
            if _linked(form, entry):
                (exact if entry["kind"] in NAMES or form.isupper() else free).append(re.escape(form))
    longest = [sorted(found, key=len, reverse=True) for found in (exact, free)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest[0])}|(?i:{'|'.join(longest[1])}))(?![\w-])")
