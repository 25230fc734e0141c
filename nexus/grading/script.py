"""Read one notebook into a Script: what to run, in the order of the paper, and what the student wrote."""

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from nexus.grading.files import Unreadable, shown
from nexus.grading.paper import released, visible

CELLS, SIZE = 500, 1_000_000  # cells of the student that are run; characters of code and text
BRACKETS = 2_000_000  # lists and objects in the JSON: about 130 MB in memory
PICTURE = re.compile(r"data:image/[\w.+-]+;base64,[A-Za-z0-9+/=]+")
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Step:
    """A cell to run. The source of a test is "": the judge has it. An extra cell is the student's own, id "extra-<n>"."""

    kind: Literal["given", "answer", "extra", "test"]
    id: str
    source: str


@dataclass(frozen=True)
class Script:
    """A submission, rebuilt.

    `steps` follow the paper; given and test cells are always the paper's own, the answers are the student's, and an
    extra cell comes after the known cell that it follows in the student's notebook. `prose` and `answers` are texts by
    grade_id (`answers` holds the prose too). `notes` are plain sentences about the notebook, each once.
    """

    steps: tuple[Step, ...]
    prose: dict[str, str]
    answers: dict[str, str]
    notes: tuple[str, ...]


@dataclass
class _Cell:
    kind: str  # code, markdown, raw
    source: str
    names: list[str]  # what could be its grade_id, most trusted first
    bare: bool  # it has no grade_id: lost, or the student's own
    known: str = ""  # the paper's cell that it is


def read(data, paper):
    """The Script of a notebook's bytes; Unreadable says in a plain sentence why there is none."""
    notebook, notes = _parse(data)
    cells = _cells(notebook, notes)
    _recognise(cells, paper, notes)
    copies = defaultdict(list)
    for cell in cells:
        if cell.known:
            copies[cell.known].append(cell)
    if not any(paper.by_id[name].role in ("answer", "test", "prose") for name in copies):
        raise Unreadable(f"This is not the notebook of {paper.name}: none of its cells belongs to it.")
    _compare(copies, paper, notes)

    run = {cell.id: _chosen(cell, copies[cell.id], notes) for cell in paper.cells if cell.role == "answer"}
    chosen = {id(cell) for cells in run.values() for cell in cells}
    replaced = _replaced(copies, paper)
    after, at, extras = defaultdict(list), "", 0
    for cell in cells:
        at = cell.known or at
        if id(cell) in chosen:
            after[at].append(Step("answer", at, cell.source))
        elif cell.kind == "code" and cell.source.strip() and id(cell) not in replaced:
            extras += 1
            after[at].append(Step("extra", f"extra-{extras}", cell.source))

    steps = [*after[""]]
    for cell in paper.cells:
        if cell.role in ("given", "test"):
            steps.append(Step(cell.role, cell.id, cell.source if cell.role == "given" else ""))
        steps += after[cell.id]

    prose = {cell.id: _prose(cell, copies[cell.id], cells, paper, notes) for cell in paper.cells if cell.role == "prose"}
    prose = {name: text for name, text in prose.items() if text is not None}
    answers = {name: "\n\n".join(cell.source for cell in run[name] or copies[name]) for name in run if copies[name]} | prose
    if (count := len(chosen) + extras) > CELLS:
        raise Unreadable(f"The notebook has {count} code cells; at most {CELLS} are run.")
    if sum(map(len, answers.values())) + sum(len(step.source) for step in steps if step.kind == "extra") > SIZE:
        raise Unreadable("The notebook holds more than 1 MB of code and text.")
    return Script(tuple(steps), prose, answers, tuple(dict.fromkeys(notes)))


def known(data, paper):
    """How many cells of the paper a notebook holds: 0 for what is no notebook."""
    try:
        cells = _cells(_parse(data)[0], [])
    except Unreadable:
        return 0
    _recognise(cells, paper, [])
    return len({cell.known for cell in cells} - {""})


# From bytes to cells -----------------------------------------------------------


def _parse(data):
    """The notebook as a dict, and notes on it; Unreadable if it is none."""
    head = data[:1000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    for start, what in ((b"<", "a web page (saved from the browser?)"), (b"%pdf", "a PDF"), (b"pk\3\4", "a zip or a document")):
        if head.startswith(start):
            raise Unreadable(f"The file is {what}, not a notebook: hand in the .ipynb file itself.")
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Unreadable("The file is empty.")
    if data.count(b"[") + data.count(b"{") > BRACKETS:
        raise Unreadable("The notebook's outputs are too large. Clear them and hand it in again.")
    notes = []
    try:
        text = data.decode(json.detect_encoding(data), "surrogatepass")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        notes.append("The file is not written in Unicode: letters with accents may be wrong.")
    try:
        # Control characters in strings are no JSON, but harmless.
        notebook = json.loads(text.lstrip("\ufeff").rstrip("\0 \t\r\n"), strict=False)
    except RecursionError:
        raise Unreadable("The file is no valid notebook: it is nested too deeply.") from None
    except json.JSONDecodeError as error:
        if not head.startswith((b"{", b"[")):
            raise Unreadable("The file is no notebook, but other text or data: hand in the .ipynb file itself.") from None
        raise Unreadable(f"The file is no valid notebook: it is damaged or breaks off in line {error.lineno}.") from None
    except ValueError:
        raise Unreadable("The file is no valid notebook: it holds a number that is too long.") from None
    if not isinstance(notebook, dict):
        raise Unreadable("The file holds data (JSON), but no notebook.")
    return notebook, notes


def _cells(notebook, notes):
    """The cells of a notebook of version 3 or 4; what is no cell is left out."""
    found = notebook.get("cells")
    if not isinstance(found, list):  # version 3 has its cells in worksheets
        sheets = notebook.get("worksheets")
        sheets = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)] if isinstance(sheets, list) else []
        found = [cell for sheet in sheets if isinstance(sheet, list) for cell in sheet]
        if not sheets:
            raise Unreadable("The file holds data (JSON), but no notebook: it has no cells.")
    language = _dict(_dict(notebook.get("metadata")).get("kernelspec")).get("language")
    language = language or _dict(_dict(notebook.get("metadata")).get("language_info")).get("name")
    if isinstance(language, str) and "python" not in language.lower():
        notes.append(f"The notebook is set to the language {shown(language)}. It was graded as Python.")
    cells = [_cell(cell, notes) for cell in found]
    if lost := cells.count(None):
        notes.append(f"{lost} cell{'s' * (lost > 1)} could not be read and {'were' if lost > 1 else 'was'} left out.")
    return [cell for cell in cells if cell]


def _cell(cell, notes):
    """A raw cell as a _Cell, or None."""
    if not isinstance(cell, dict):
        return None
    source = cell.get("source", cell.get("input", ""))  # version 3 says input
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        return None
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in source or not source.isascii() and SURROGATE.search(source):
        source = SURROGATE.sub("\ufffd", source.replace("\0", ""))
        notes.append("Characters that no program can hold were left out.")
    kind = cell.get("cell_type")
    metadata = _dict(cell.get("metadata"))
    name = _about(metadata).get("grade_id")
    names = [text for text in (name, cell.get("id"), metadata.get("id")) if isinstance(text, str)]
    return _Cell(kind if kind in ("code", "raw") else "markdown", source, names, not isinstance(name, str))


def _about(metadata):
    """nbgrader's entry in a cell's metadata; VS Code has kept it in custom.metadata."""
    for place in (metadata, _dict(_dict(metadata.get("custom")).get("metadata")), _dict(metadata.get("metadata"))):
        if isinstance(place.get("nbgrader"), dict):
            return place["nbgrader"]
    return {}


def _dict(value):
    return value if isinstance(value, dict) else {}


# Which cell is which -----------------------------------------------------------


def _recognise(cells, paper, notes):
    """Set `known`: by grade_id or cell id; where both are lost by the source or the first line, if only one cell has it."""
    for cell in cells:
        cell.known = next((name for name in cell.names if name in paper.by_id), "")
    absent = paper.by_id.keys() - {cell.known for cell in cells}
    bare = [cell for cell in cells if cell.bare and not cell.known]
    if not absent or not bare:
        return
    for marks in (_source, _head):
        theirs = defaultdict(list)
        for cell in bare:
            for mark in {marks(cell.source)} - {""}:
                theirs[cell.kind == "code", mark].append(cell)
        ours = defaultdict(list)
        for name in absent:
            cell = paper.by_id[name]
            ours[cell.role not in ("text", "prose"), marks(_released(cell))].append(name)
        for key, names in ours.items():
            if len(names) == len(theirs[key]) == 1 and not theirs[key][0].known:
                theirs[key][0].known = names[0]
                notes.append("Some cells had lost their labels and were recognised by their content.")
        absent = absent - {cell.known for cell in bare}


def _source(source):
    """A source for comparing, without the space at line ends."""
    return "\n".join(line.rstrip() for line in source.split("\n")).strip()


def _head(source):
    """What an answer keeps of its empty cell: the name of its function, or the comment in its first line."""
    found = re.search(r"^(?:async +)?(def +\w+)|\A\s*(#.{10,})", source, re.MULTILINE)
    return " ".join((found[1] or found[2]).split()) if found else ""


def _released(cell):
    """What the student received of a cell of the paper."""
    return released(cell) if cell.role in ("answer", "prose") else visible(cell) if cell.role == "test" else cell.source


def _worked(cell, source):
    """Whether an answer is more than the empty cell."""
    return bool(source.strip()) and _source(source) != _source(_released(cell))


# What is used ------------------------------------------------------------------


def _compare(copies, paper, notes):
    """Note what was done to the cells that the paper replaces, and the order."""
    lists = defaultdict(list)
    for cell in paper.cells:
        found = copies[cell.id]
        if cell.role in ("given", "test"):
            changed = not any(_source(copy.source) == _source(_released(cell)) and copy.kind == "code" for copy in found)
            lists[cell.role, "changed" if found and changed else "" if found else "deleted"].append(cell.id)
            if len(found) > 1:
                lists[cell.role, "twice"].append(cell.id)
        elif cell.role == "answer" and not found:
            lists["answer", "deleted"].append(cell.id)
    for what in ("changed", "deleted"):
        if names := lists["given", what]:
            many = len(names) > 1
            cells, were, originals = ("Cells", "were", "originals were") if many else ("A cell", "was", "original was")
            notes.append(f"{cells} of the course {were} {what}: {', '.join(names)}. The {originals} used.")
        if names := lists["test", what]:
            notes.append(f"The checks of {', '.join(names)} were {what}. The original checks were used.")
    if names := lists["test", "twice"] + lists["given", "twice"]:
        notes.append(f"The notebook holds copies of cells of the course: {', '.join(names)}. Each was used once.")
    if names := lists["answer", "deleted"]:
        notes.append(f"The notebook has no answer cell {', '.join(names)}.")
    order = [name for name in copies if copies[name] and paper.by_id[name].role in ("given", "answer", "test")]
    if order != [cell.id for cell in paper.cells if cell.id in set(order)]:
        notes.append("The cells of the course are in another order. They were used in the original order.")


def _chosen(cell, copies, notes):
    """The copies of an answer cell that are run. An empty copy is left out if another has content."""
    code = [copy for copy in copies if copy.kind == "code"]
    worked = [copy for copy in code if _worked(cell, copy.source)]
    if len(code) < len(copies):
        notes.append(f"The answer {cell.id} is in a text cell. It was not run: change the cell's type to code.")
    if len(worked) > 1:
        notes.append(f"The answer {cell.id} is in the notebook {len(worked)} times. All were run in order; the last one counts.")
    elif worked and len(code) > 1:
        notes.append(f"The answer {cell.id} is in the notebook more than once. The copy with content was used.")
    return worked or code[:1]


def _replaced(copies, paper):
    """The cells (by id()) that are not run: the paper has its own. A changed copy of a given cell is the student's own."""
    found = set()
    for name, cells in copies.items():
        cell = paper.by_id[name]
        if cell.role == "given":
            same = [copy for copy in cells if _source(copy.source) == _source(cell.source)]
            cells = same or cells[:1]  # if all differ, the first is the cell itself, edited
        if cell.role != "text":  # code in a cell of text is the student's own too
            found |= {id(cell) for cell in cells}
    return found


def _prose(cell, copies, cells, paper, notes):
    """The text of a prose answer, None if there is none: from its cell, or if that is empty or gone from what stands there."""
    texts = [copy.source for copy in copies if _worked(cell, copy.source)]
    if not texts:
        # Written into a new cell below, or the label was lost: the text cells up to the next cell of the course.
        position = paper.cells.index(cell)
        before = copies or [found for found in cells if position and found.known == paper.cells[position - 1].id]
        start = next((at for at, found in enumerate(cells) if before and found is before[-1]), len(cells)) + 1
        for found in cells[start:]:
            if found.known:
                break
            if found.kind == "markdown" and _worked(cell, found.source):
                texts.append(found.source)
        if texts:
            notes.append(f"The text of {cell.id} was found beside its cell.")
    texts = texts or [copy.source for copy in copies[:1]]
    if not texts:
        notes.append(f"The notebook has no answer cell {cell.id}.")
    text = PICTURE.sub("picture", "\n\n".join(texts))
    if text != "\n\n".join(texts):
        notes.append(f"Pictures in the text of {cell.id} were left out.")
    return text if texts else None
