"""The exercise as the grader sees it: the cells of the source notebook, split by what they are for."""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import metadata
from pathlib import Path

from nexus.bootstrap import ROOT
from nexus.exercises import COURSE, REGION, check, data_files, require

CACHE = ROOT / ".build" / "grading"  # what is worked out once for each form of a set


@cache
def version():
    """Changes when the same submission could be marked differently: with our code, or with pandas."""
    code = [path.read_bytes() for path in sorted(Path(__file__).parent.rglob("*.py"))]
    return hashlib.sha256(b"\0".join([*code, metadata.version("pandas").encode()])).hexdigest()


@dataclass(frozen=True)
class Cell:
    """A cell of the source. `role` is text, given (code that all run), answer, test or prose."""

    id: str
    role: str
    source: str
    points: float = 0.0


@dataclass(frozen=True)
class Paper:
    """A set of exercises: its cells in order, and the tables its notebook reads as {file name: bytes}."""

    name: str
    cells: tuple[Cell, ...]
    data: dict[str, bytes]

    @cached_property
    def by_id(self):
        """The cells by grade_id."""
        return {cell.id: cell for cell in self.cells}

    @property
    def tasks(self):
        """The cells that carry points: tests and prose, in order."""
        return [cell for cell in self.cells if cell.role in ("test", "prose")]

    @property
    def max_points(self):
        return sum(task.points for task in self.tasks)

    @cached_property
    def digest(self):
        """Changes when the set, its data or the way of marking changes."""
        text = json.dumps([version(), self.name, [[c.id, c.role, c.source, c.points] for c in self.cells]])
        data = [name.encode() + b"\0" + content for name, content in sorted(self.data.items())]
        return hashlib.sha256(b"\0".join([text.encode(), *data])).hexdigest()

    def title(self, task):
        """The heading above a task, without its number and points: "Two bases" of "## 3. Two bases (4 points)"."""
        before = self.cells[: self.cells.index(self.by_id[task])]
        for cell in reversed(before):
            if cell.role == "text" and (heading := re.search(r"^#+ (.+)$", cell.source, re.MULTILINE)):
                return re.sub(r"^\d+\.\s*|\s*\([^()]*points?[^()]*\)\s*$", "", heading[1])
        return task

    def answers_of(self, task):
        """The answer cells that a test cell checks: those since the test cell before it."""
        found = []
        for cell in self.cells[: self.cells.index(self.by_id[task])]:
            found = [] if cell.role == "test" else [*found, cell] if cell.role == "answer" else found
        return found


def released(cell):
    """What the student received of an answer: the source with its solution replaced by the words for an empty cell."""
    if cell.role == "prose":
        return "*Write your text here.*"

    words = re.findall(r"### BEGIN SOLUTION: (.+)", cell.source)[0].strip()
    stub = f"raise NotImplementedError({json.dumps(words, ensure_ascii=False)})"
    return REGION.sub(lambda region: stub, cell.source).rstrip()


def visible(cell):
    """A test cell as the student has it, without its hidden tests."""
    return REGION.sub("", cell.source).rstrip()


def _role(cell):
    about = cell["metadata"].get("nbgrader", {})
    if cell["cell_type"] == "markdown":
        return "prose" if about.get("solution") else "text"
    return "answer" if about.get("solution") else "test" if about.get("grade") else "given"


def read(notebook):
    """The Paper of a source notebook; ValueError where a cell could not be graded."""
    notebook = Path(notebook)
    check(notebook)
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    made = tuple(
        Cell(about["grade_id"], _role(cell), "".join(cell["source"]), float(about.get("points") or 0))
        for cell in cells
        for about in [cell["metadata"]["nbgrader"]]
    )
    return Paper(notebook.stem, made, {path.name: path.read_bytes() for path in data_files(notebook)})


def named(name):
    """The Paper of a set of the course; ValueError for an unknown name."""
    require(name)
    return read(COURSE / "source" / name / f"{name}.ipynb")
