"""The download of a chapter: a slice of the repository that runs as it is."""

import io
import json
import re
import zipfile
from functools import cache
from pathlib import Path

import nbformat

from nexus.bootstrap import ROOT
from nexus.heads import head
from nexus.tables import DATA, package

README = """{title}

A chapter of Nexus with its data. Python 3.11, 3.12 or 3.13 is needed.

    pip install -r requirements.txt
    jupyter lab book/{name}

The tables and their sources are described in data/datapackage.json.
"""


def tables_of(cells):
    """Names of the tables that the code cells of a notebook read ("name.csv") or describe ("name"), sorted."""
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    known = {resource["name"] for resource in package()["resources"]}
    return sorted(known & set(re.findall(r"[\"'/]([a-z0-9_]+)(?:\.csv)?[\"']", code)))


def bundle(notebook):
    """The zip (bytes) of one chapter: notebook, its tables, its questions, the `nexus` package, requirements.

    The same sources give the same bytes: entries are sorted and carry no date.
    """
    notebook = Path(notebook)
    cells = nbformat.read(notebook, as_version=4).cells
    names = {*tables_of(cells), "claims", "sources"}  # the marks point to the ledger
    described = package() | {"resources": [r for r in package()["resources"] if r["name"] in names]}
    files = {
        f"book/{notebook.name}": notebook.read_bytes(),
        "data/datapackage.json": json.dumps(described, indent=2, ensure_ascii=False).encode(),
        "README.txt": README.format(title=head(notebook).title, name=notebook.name).encode(),
    }
    for name in names:
        files[f"data/{name}.csv"] = (DATA / f"{name}.csv").read_bytes()
    questions = ROOT / "book" / "questions" / f"{notebook.stem}.yml"
    if questions.exists():
        files[f"book/questions/{questions.name}"] = questions.read_bytes()
    for path in [*(ROOT / "nexus").glob("*.py"), *(ROOT / "nexus" / "sphinx").glob("*.py")]:
        files[path.relative_to(ROOT).as_posix()] = path.read_bytes()
    for name in ("requirements.txt", "pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT.md"):
        files[name] = (ROOT / name).read_bytes()
    return zipped(notebook.stem, files)


def exercise_zip(name):
    """The zip (bytes) of a released exercise set with its data; None where there is none."""
    folder = ROOT / "exercises" / "release" / name
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return zipped(name, files) if files else None


@cache
def data_zip():
    """The zip (bytes) of all tables with the file that describes them."""
    files = {path.name: path.read_bytes() for path in DATA.iterdir() if path.suffix in (".csv", ".json")}
    return zipped("nexus-data", files)


def zipped(folder, files):
    """A zip (bytes) of {name: bytes} below one folder; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(f"{folder}/{name}"), files[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()
