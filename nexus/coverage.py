"""Does the book carry its claims, with their stance and their figures? `python -m nexus coverage` prints it.

A chapter is finished once its notebook is in book/. Its claims are carried by its own text, by its
exercise set or by its page for instructors.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat

from nexus import claims
from nexus.bootstrap import ROOT
from nexus.notebooks import BOOK, SOURCES, numbers

# What a sentence needs so that a reader can tell the stance without opening the mark; * stands for any ending.
# Blunt on purpose: it finds a saying printed as a fact, and leaves style to the writer.
TELLING = {
    "attributed": """
        say says said saying tell tells told report reports reported reportedly according hold holds held argu* describ* find
        finds found finding findings see sees seen saw seem seems seemed seemingly think thinks thinking thought belie* feel
        feels felt feeling call calls called calling credit credits credited cite cites cited citing put puts estimat* observ*
        note notes noted view views claim claims claimed speak speaks spoke mention* quot* apparent* popular widely
        acknowledg* suggest* judg* consider considers considered expect expects expected warn warns warned warning critic*
        confirm* state states stated statement* count counts counted perce* underst* declar* complain* ask asks asked
        account accounts word words voice voices opinion* survey* study studies agree* write writes wrote written
        require requires required defin* alleg* conclu* regard regards regarded blam* label labels labelled recogni*
        list lists listed commit commits committed""",
    "recommended": """
        recommend* urg* propos* ask asks asked asking should ought need needs needed must suggest* advi* want wants could would
        invit* offer* plea plead pleads favour* better best argu* important option options step steps insist* demand* wish*
        require* requires approach approaches priorit* essential worth may might can aim aims""",
    "anecdotal": """
        anecdot* story stories case cases account accounts example* sign signs remark* instance* single indirect*
        report reports reported hint hints""",
    "contested": """
        contest* disput* debat* disagree* critic* other others some against argu* rival* oppos* question questions
        questioned hold holds compet* yet""",
}


def _telling(row):
    """The expression that finds in a sentence what tells the stance of a claim, its speaker included."""
    stems = TELLING[row["stance"]].split()
    stems += [
        f"{word}*" for word in re.findall(r"[a-z]{4,}", row["attributed_to"].lower()) if word not in ("unspecified", "context")
    ]
    return re.compile(r"\b(?:" + "|".join(stem.replace("*", r"\w*") for stem in stems) + r")\b", re.IGNORECASE)


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
        before = re.split(rf"\b{mark}\b", self.text, maxsplit=1)[0]
        ends = re.finditer(r"[.?!]\W*(?:\[[^\]]*\])?\W*\s+(?=[\"“‘*A-Z\d])", before)
        return before[max((end.end() for end in ends), default=0) :]


def passages(path: Path) -> Iterator[Passage]:
    """The passages of a notebook's Markdown cells, or of a Markdown page, that carry marks."""
    if path.suffix == ".ipynb":
        cells = nbformat.read(path, as_version=4).cells
        texts: list[tuple[int | None, str]] = [
            (number, cell.source) for number, cell in enumerate(cells) if cell.cell_type == "markdown"
        ]
    else:
        texts = [(None, path.read_text(encoding="utf-8"))]
    for number, text in texts:
        text = re.sub(r"```[\s\S]*?```|`[^`\n]*`", "", text)  # a mark in code is an example
        for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*|>]|\d+\.) ?)", text):
            if claims.MARK.search(block):
                yield Passage(path, number, block)


def carriers(chapter, book=BOOK, sources=SOURCES):
    """The files that may carry a chapter's claims, those that there are."""
    paths = [book / f"{chapter}.ipynb", book / f"teach-{chapter}.md", sources / chapter / f"{chapter}.ipynb"]
    return [path for path in paths if path.exists()]


def finished(book=BOOK):
    """Chapters of the ledger whose notebook is in the book, in the book's order."""
    return [chapter for chapter in claims.CHAPTERS if (book / f"{chapter}.ipynb").exists()]


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
    sentence = claims.MARK.sub("", passage.sentence(mark))
    if row["stance"] != "asserted" and not _telling(row).search(sentence):
        who = f" ({row['attributed_to']})" if row["attributed_to"] else ""
        yield (
            f"{passage.where}: {mark} is {row['stance']}{who}, and its sentence does not say so: "
            f"“{' '.join(sentence.split())[-140:]}”. Say who says it, or that it is one case, a dispute or a proposal."
        )


def problems(chapters=None, book=BOOK, sources=SOURCES):
    """Everything that is wrong with the marks of finished chapters and of the book's pages, one message each."""
    found, chapters = [], finished(book) if chapters is None else chapters
    pages = sorted(book.glob("*.md"))
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
            said = row["statement"][:110]
            found.append(f"{row['chapter']}: nothing carries {mark}, “{said}”. Add [{mark}] where it is said.")
        elif row["kind"] == "figure" and not any(_states(row, passage.text) for passage in mine):
            figure = f"{mark} is the figure {row['value']} ({row['unit']})"
            found.append(f"{mine[0].where}: {figure}; the paragraph does not state it.")
    return found


def table(book=BOOK, sources=SOURCES):
    """Claims carried and claims in all, by chapter and document: {chapter: {source_id: (carried, all)}}."""
    count = {}
    for chapter in claims.CHAPTERS:
        marks = {m for path in carriers(chapter, book, sources) for p in passages(path) for m in claims.marks(p.text)}
        for mark, row in claims.ledger().items():
            if row["chapter"] == chapter:
                done, total = count.setdefault(chapter, {}).get(row["source_id"], (0, 0))
                count[chapter][row["source_id"]] = done + (mark in marks), total + 1
    return count
