"""The head of each chapter: title, question, time, the date of its data and the date of its next review.

The first cell of the notebook is the place where they are written; a test holds book/index.md to it, all else reads it here.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import nbformat

from nexus.notebooks import chapters

FACTS = ("Time", "Before this", "Data as of", "Next review")


@dataclass(frozen=True)
class Head:
    """What a chapter says of itself. `review` is a month in words; the review is late from the day `late_from`."""

    name: str
    title: str
    question: str
    time: str
    as_of: date
    review: str

    @property
    def late_from(self) -> date:
        month = datetime.strptime(self.review, "%B %Y")
        return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def head(path: Path) -> Head:
    """The head of one chapter. Raises ValueError naming the notebook and what its first cell lacks."""
    text = nbformat.read(path, as_version=4).cells[0].source
    title = re.match(r"# (.+)", text)
    question = re.search(r"^\*(.+)\*$", text, re.MULTILINE)
    table = re.search(r"^\| (.+) \|\n\|[-|]+\|\n\| (.+) \|$", text, re.MULTILINE)
    if not (title and question and table):
        raise ValueError(f"{path.name}: its first cell needs a title, the guiding question in italics and a table of facts")
    facts = dict(zip(table[1].split(" | "), table[2].split(" | "), strict=False))
    if missing := [name for name in FACTS if name not in facts]:
        raise ValueError(f"{path.name}: the first table lacks {', '.join(missing)}")
    try:
        as_of = datetime.strptime(facts["Data as of"], "%d %B %Y").date()
        datetime.strptime(facts["Next review"], "%B %Y")
    except ValueError:
        raise ValueError(f"{path.name}: write 'Data as of' as 22 November 2026 and 'Next review' as May 2027") from None
    return Head(path.stem, title[1], question[1], facts["Time"], as_of, facts["Next review"])


def overdue(today: date) -> list[str]:
    """One sentence for each chapter whose review is late on that day."""
    late = [told for told in map(head, chapters()) if told.late_from <= today]
    return [
        f"{told.name}: its review was due in {told.review} (data as of {told.as_of}). "
        "CONTRIBUTING.md says what to re-read; then set both dates at the head of the chapter."
        for told in late
    ]
