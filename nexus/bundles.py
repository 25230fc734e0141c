"""The download of a chapter: a slice of the repository that runs as it is."""

import io
import json
import re
import zipfile
from functools import cache
from pathlib import Path

import nbformat

from nexus import tables
from nexus.bootstrap import ROOT, pythons
from nexus.heads import head

README = """{title}

A chapter of Nexus with its data. Python {pythons} is needed.

    python3 -m venv .venv
    source .venv/bin/activate
    python -m pip install -r requirements.txt
    jupyter lab book/{name}

On Windows, the first two lines are "py -m venv .venv" and ".venv\\Scripts\\activate".

The tables and their sources are described in data/datapackage.json.
The whole course is in the project, which this folder is a slice of.
"""

# What a chapter imports, `claims` to look a mark up, and what these need; the rest of the package builds the book and grades.
MODULES = ("__init__", "charts", "claims", "questions", "tables")
NEEDS = ("altair", "jupyterlab", "pandas", "pyyaml")
PYPROJECT = """[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"

[project]
name = "nexus-chapter"
version = "{version}"
requires-python = ">=3.11"

[tool.setuptools]
packages = ["nexus"]
"""


def bundle(notebook):
    """The zip (bytes) of one chapter: notebook, its tables, its questions, what it imports, requirements.

    The same sources give the same bytes: entries are sorted and carry no date.
    """
    notebook = Path(notebook)
    cells = nbformat.read(notebook, as_version=4).cells
    names = {*tables.read_by(cells), "claims", "sources"}  # the marks point to the ledger
    names |= {
        key["reference"]["resource"] or name for name in names for key in tables.resource(name)["schema"].get("foreignKeys", [])
    }
    described = tables.package() | {"resources": [r for r in tables.package()["resources"] if r["name"] in names]}
    files = {
        f"book/{notebook.name}": notebook.read_bytes(),
        "data/datapackage.json": json.dumps(described, indent=2, ensure_ascii=False).encode(),
        "README.txt": README.format(title=head(notebook).title, name=notebook.name, pythons=pythons()).encode(),
        "pyproject.toml": PYPROJECT.format(version=described["version"]).encode(),
        "requirements.txt": "\n".join(["-e .", *_pins(), ""]).encode(),
    }
    for name in names:
        files[f"data/{name}.csv"] = (tables.DATA / f"{name}.csv").read_bytes()
    questions = ROOT / "book" / "questions" / f"{notebook.stem}.yml"
    if questions.exists():
        files[f"book/questions/{questions.name}"] = questions.read_bytes()
    for name in [*(f"nexus/{module}.py" for module in MODULES), "LICENSE", "LICENSE-CONTENT.md"]:
        files[name] = (ROOT / name).read_bytes()
    return zipped(files, notebook.stem)


def _pins():
    """The versions that the book was made with, of what a chapter needs."""
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    return re.findall(rf"^(?:{'|'.join(NEEDS)})==.*", lock, re.MULTILINE)


def exercise_zip(name):
    """The zip (bytes) of a released exercise set with its data; None where there is none."""
    folder = ROOT / "exercises" / "release" / name
    paths = [path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file()]
    files = {path.as_posix(): (folder / path).read_bytes() for path in paths if not any(part[0] == "." for part in path.parts)}
    return zipped(files, name) if files else None


@cache
def data_zip():
    """The zip (bytes) of all tables with the file that describes them."""
    files = {path.name: path.read_bytes() for path in tables.files()}
    return zipped(files, "nexus-data")


def zipped(files, folder=""):
    """A zip (bytes) of {name: bytes}, below one folder if it is named; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{name}" if folder else name)
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()
