"""The page Execution status: what is stored in each notebook, its dates, and the versions that the book is held to."""

import html
import platform
import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import nbformat

from nexus import claims, heads, questions, tables
from nexus.bootstrap import ROOT, pythons
from nexus.charts import MIME
from nexus.coverage import finished
from nexus.notebooks import BOOK, SOURCES

# What decides what a reader sees, in the order shown; the lock holds the rest.
PACKAGES = ("pandas", "numpy", "altair", "vl-convert-python", "nbval", "nbgrader", "jupyterlab", "jupyter-book", "sphinx", "furo")


@dataclass(frozen=True)
class Stored:
    """What a notebook holds. It was run in one go if its code cells are numbered from 1 without a gap, and none failed."""

    cells: int
    charts: int
    tables: int
    in_one_go: bool

    @property
    def run(self) -> str:
        return "in one go" if self.in_one_go else "<strong>not in one go</strong>"


def stored(path: Path) -> Stored:
    """What the notebook in a file holds."""
    cells = nbformat.read(path, as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    outputs = [output for cell in code for output in cell.outputs]
    ordered = [cell.execution_count for cell in code] == [*range(1, len(code) + 1)]
    failed = any(output.output_type == "error" for output in outputs)
    return Stored(
        cells=len(code),
        charts=sum(MIME in output.get("data", {}) for output in outputs),
        tables=len(tables.read_by(cells)),
        in_one_go=ordered and not failed,
    )


def pinned() -> dict[str, str]:
    """The versions in requirements.txt by name; numpy has one for each group of Pythons."""
    found: dict[str, str] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE):
        found[name] = f"{found[name]} or {version}" if name in found else version
    return found


def _table(caption, columns, rows):
    """A table whose first column names the row. Cells are HTML."""
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>' for first, *rest in rows
    )
    return (
        f'<div class="table-wrapper" tabindex="0" role="region" aria-label="{caption}"><table><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def status_list(env):
    """Three tables: chapters, exercise sets, versions."""
    chapters, exercises = [], []
    for name in finished():
        path, source = BOOK / f"{name}.ipynb", SOURCES / name / f"{name}.ipynb"
        title, told, held = html.escape(claims.CHAPTERS[name]), heads.head(path), stored(path)
        link, as_of = f'<a href="{name}.html">{title}</a>', f"{told.as_of.day} {told.as_of:%b %Y}"
        asked = len(questions.load(name))
        chapters.append((link, held.cells, held.tables, held.charts, asked, held.run, as_of, told.review))
        if source.exists():
            held = stored(source)
            exercises.append((title, held.cells, held.tables, held.run))
    locked = pinned()
    versions = [(name, locked[name], metadata.version(name)) for name in PACKAGES]
    versions.insert(0, ("Python", pythons(), platform.python_version()))
    columns = ["Chapter", "Code cells", "Tables", "Charts", "Questions", "Stored run", "Data as of", "Next review"]
    return "".join([
        _table("Chapters", columns, chapters),
        _table("Exercise sets, with their solutions", ["Set of the chapter", "Code cells", "Tables", "Stored run"], exercises),
        _table("Versions", ["Name", "In the lock", "Used for this copy"], versions),
    ])  # fmt: skip
