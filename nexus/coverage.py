"""Does the book carry its claims, with their stance and their figures? `python -m nexus coverage` prints it.

A chapter is finished once its notebook is in book/. Its claims are carried by its own text, by its
exercise set or by its page for instructors.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import nbformat

from nexus import claims
from nexus.bootstrap import ROOT
from nexus.notebooks import BOOK, SOURCES, numbers

# What a sentence needs so that a reader can tell the stance without opening the mark.
# Blunt on purpose: it finds a saying printed as a fact, and leaves style to the writer.
TELLING = {
    "attributed": r"sa(?:y|ys|id|ying)|tells?|told|report(?:s|ed|ing|edly)?|according|h[eo]lds?|argu\w+|describ\w+|f(?:ind|inds|ound|inding|indings)"
    r"|see(?:s|n|m|ms|med|mingly)?|saw|th(?:ink|inks|inking|ought)|belie[fv]\w*|fe(?:el|els|eling|lt)|call(?:s|ed|ing)?|credit(?:s|ed)?"
    r"|cit(?:e|es|ed|ing)|puts?|estimat\w+|observ\w+|not(?:e|es|ed|ing)|views?|claim(?:s|ed|ing)?|sp(?:eak|eaks|eaking|oke)|mention\w*"
    r"|quot\w+|apparent\w*|popular|widely|acknowledg\w+|suggest\w*|judg\w+|consider(?:s|ed)?|expect(?:s|ed)?|warn(?:s|ed|ing|ings)?"
    r"|critic\w*|confirm\w*|stat(?:e|es|ed|ing|ement|ements)|count(?:s|ed)|perce\w+|underst\w+|declar\w+|complain\w*|ask(?:s|ed)?"
    r"|accounts?|words?|voices?|opinions?|survey\w*|stud(?:y|ies)|agree\w*|wrote|writes?|written|point(?:s|ed) (?:out|to)|require(?:s|d)?"
    r"|defin\w+|alleg\w*|conclu\w+|regard(?:s|ed)?|blam\w+|labels?|labelled|recogni[sz]\w+|set[s]? out|lists?|listed|commit(?:s|ted)?",
    "recommended": r"recommend\w*|urg\w+|propos\w+|ask(?:s|ed|ing)?|call(?:s|ed)? for|should|ought|needs?|needed|must|suggest\w*|advi[sc]\w+"
    r"|wants?|could|would|invit\w+|offer\w*|pleas?|pleads?|favour\w*|better|argu\w+|important|options?|steps?|insist\w*|demand\w*"
    r"|wish\w*|requires?|approach|approaches|priorit\w+|essential|worth|may|might|can|best|aims?",
    "anecdotal": r"anecdot\w+|stor(?:y|ies)|cases?|accounts?|examples?|signs?|remarks?|instances?|single|indirect\w*|report(?:s|ed)?|hints?",
    "contested": r"contest\w*|disput\w+|debat\w+|disagree\w*|critic\w*|others?|some|against|argu\w+|rival\w*|oppos\w+|questions?"
    r"|questioned|hold|holds|compet\w+|yet",
}  # fmt: skip


@dataclass(frozen=True)
class Passage:
    """A paragraph, list item or table row that carries marks, and where it stands."""

    path: Path
    cell: int | None
    text: str

    @property
    def where(self):
        name = self.path.relative_to(ROOT).as_posix() if self.path.is_relative_to(ROOT) else self.path.name
        return name if self.cell is None else f"{name}, cell {self.cell}"

    def sentence(self, mark):
        """The sentence that a mark closes (the passage, where there is only one)."""
        at = re.search(rf"\b{mark}\b", self.text).start()
        start = max((end.end() for end in re.finditer(r"[.?!]\W*(?:\[[^\]]*\])?\W*\s+(?=[\"“‘*A-Z\d])", self.text[:at])), default=0)
        return self.text[start:at]


def passages(path):
    """The passages of a notebook's Markdown cells, or of a Markdown page, that carry marks."""
    if path.suffix == ".ipynb":
        cells = nbformat.read(path, as_version=4).cells
        texts = [(number, cell.source) for number, cell in enumerate(cells) if cell.cell_type == "markdown"]
    else:
        texts = [(None, path.read_text(encoding="utf-8"))]
    for number, text in texts:
        for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*|>]|\d+\.) ?)", text):
            if claims.MARK.search(block):
                yield Passage(path, number, block)


def carriers(chapter, book=BOOK, sources=SOURCES):
    """The files that may carry a chapter's claims, those that there are."""
    paths = [book / f"{chapter}.ipynb", book / f"teach-{chapter}.md", sources / chapter / f"{chapter}.ipynb"]
    return [path for path in paths if path.exists()]


def finished(book=BOOK):
    """Chapters of the ledger whose notebook is in the book, in the ledger's order."""
    chapters = dict.fromkeys(row["chapter"] for row in claims.ledger().values())
    return [chapter for chapter in chapters if (book / f"{chapter}.ipynb").exists()]


def _states(row, text):
    """Whether a text states the value of a claim on a figure: each number of it, as digits or words."""
    said = numbers(text) | {value for value, word in enumerate(("zero", "one", "two")) if re.search(rf"\b{word}\b", text, re.I)}
    said |= {0.0} if re.search(r"\b(?:no|nobody|none|never)\b", text, re.I) else set()
    said |= {value * 1e6 for value in numbers(" ".join(re.findall(r"\S+ million", text)))}
    wanted = {float(row[key]) for key in ("value_low", "value_high", "value_of") if row[key]}
    return wanted <= said


def _judge(passage, mark, stance):
    """What is wrong with one mark where it stands."""
    try:
        row = claims.claim(mark, stance)
    except ValueError as error:
        yield f"{passage.where}: {error}"
        return
    telling = TELLING.get(row["stance"])
    sentence = claims.MARK.sub("", passage.sentence(mark))
    speaker = [word for word in re.findall(r"[a-z]{4,}", row["attributed_to"].lower()) if word not in ("unspecified", "context")]
    words = rf"\b(?:{telling})\b" + "".join(rf"|\b{word}" for word in speaker)
    if telling and not re.search(words, sentence, re.IGNORECASE):
        who = f" ({row['attributed_to']})" if row["attributed_to"] else ""
        yield (
            f"{passage.where}: {mark} is {row['stance']}{who}, and its sentence does not say so: "
            f"“{' '.join(sentence.split())[-140:]}”. Say who says it, or that it is one case, a dispute or a proposal."
        )


def problems(chapters=None, book=BOOK, sources=SOURCES):
    """Everything that is wrong with the marks of finished chapters and of the book's pages, one message each."""
    found, chapters = [], finished(book) if chapters is None else chapters
    pages = [path for path in sorted(book.glob("*.md"))]
    carried = {}
    for path in dict.fromkeys([*(p for chapter in chapters for p in carriers(chapter, book, sources)), *pages]):
        for passage in passages(path):
            for mark, stance in claims.marked(passage.text):
                found += _judge(passage, mark, stance)
                carried.setdefault(mark, []).append(passage)
    for mark, row in claims.ledger().items():
        if row["chapter"] not in chapters:
            continue
        own = set(carriers(row["chapter"], book, sources))
        mine = [passage for passage in carried.get(mark, []) if passage.path in own]
        if not mine:
            found.append(f"{row['chapter']}: nothing carries {mark}, “{row['statement'][:110]}”. Add [{mark}] where it is said.")
        elif row["kind"] == "figure" and not any(_states(row, passage.text) for passage in mine):
            found.append(f"{mine[0].where}: {mark} is the figure {row['value']} ({row['unit']}); the paragraph does not state it.")
    return found


def table(book=BOOK, sources=SOURCES):
    """Claims carried and claims in all, by chapter and document: {chapter: {source_id: (carried, all)}}."""
    count = {}
    for chapter in dict.fromkeys(row["chapter"] for row in claims.ledger().values()):
        marks = {m for path in carriers(chapter, book, sources) for p in passages(path) for m in claims.marks(p.text)}
        for mark, row in claims.ledger().items():
            if row["chapter"] == chapter:
                done, total = count.setdefault(chapter, {}).get(row["source_id"], (0, 0))
                count[chapter][row["source_id"]] = done + (mark in marks), total + 1
    return count
