"""The data package: what each table of data/ is, where it comes from and what it cannot show."""

import csv
import hashlib
import html
import json
import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"


@cache
def package():
    """data/datapackage.json as a dict (Frictionless Data Package)."""
    return json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))


def resource(name):
    """The description of one table. Raises ValueError for a name that the package does not hold."""
    known = {entry["name"]: entry for entry in package()["resources"]}
    if name not in known:
        near = get_close_matches(name, known, n=2)
        hint = f"did you mean {' or '.join(near)}?" if near else "add it to data/datapackage.json"
        raise ValueError(f"no table {name!r} in data/datapackage.json: {hint}")
    return known[name]


def _licence(entry):
    return ", ".join(licence["title"] for licence in entry["licenses"])


def source_line(names):
    """Publisher, version and licence of one or several tables, as one line of plain text."""
    return "; ".join(f"{entry['citation']} ({_licence(entry)})" for entry in map(resource, names))


class Card:
    """What a reader must know before using a table; shown by JupyterLab and the book."""

    def __init__(self, name):
        self.entry = resource(name)
        with open(DATA / self.entry["path"], newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        years = [row["year"] for row in rows if re.fullmatch(r"\d{4}", row.get("year") or "")]
        self.extent = f"{len(rows)} rows" + (f", {min(years)} to {max(years)}" if years else "")

    def __repr__(self):
        return f"{self.entry['title']}: {self.extent}. One row is {self.entry['unit_of_analysis']}. Source: " + (
            source_line([self.entry["name"]]) + "."
        )

    def _repr_html_(self):
        entry, esc = self.entry, html.escape
        columns = "".join(
            f"<li><code>{field['name']}</code>: {esc(field['description'])}"
            + (f" ({esc(field['unit'])})" if field["unit"] else "")
            + "</li>"
            for field in entry["schema"]["fields"]
        )
        pairs = [
            ("One row is", esc(entry["unit_of_analysis"])),
            ("Extent", self.extent),
            ("Who says so", esc(entry["citation"])),
            ("Licence", f"{esc(_licence(entry))}. {esc(entry['licence_note'])}"),
            ("Retrieved", entry["retrieved"]),
            ("Done", esc(" ".join(entry["processing"]))),
            ("Checked", esc(" ".join(entry["checks"]))),
            ("Columns", f"<details><summary>{len(entry['schema']['fields'])} columns</summary><ul>{columns}</ul></details>"),
        ]
        table = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in pairs)
        limits = "".join(f"<li>{esc(caveat)}</li>" for caveat in entry["caveats"])
        return (
            f'<section class="data-card" aria-label="Data card: {esc(entry["title"])}">'
            f'<p class="card-title"><strong>Data card: {esc(entry["title"])}</strong></p><dl>{table}</dl>'
            f"<p><strong>What it cannot show</strong></p><ul>{limits}</ul></section>"
        )


def card(name):
    """The data card of one table, by the name of its file in data/ without `.csv`."""
    return Card(name)


REQUIRED = ("title", "description", "unit_of_analysis", "citation", "sources", "licenses", "licence_note", "retrieved",
            "processing", "checks", "caveats", "hash")  # fmt: skip


def problems(folder=DATA):
    """Everything wrong with a data folder, one message each: file, row or column, and remedy.

    Uses frictionless for the values; an empty list means that the data is as described.
    """
    from frictionless import Package

    folder = Path(folder)
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    found, entries = [], {entry["path"]: entry for entry in described["resources"]}
    for path in sorted(folder.glob("*.csv")):
        if path.name not in entries:
            found.append(f"{path.name}: not in datapackage.json. Add an entry with source, licence and every column.")
    for name, entry in entries.items():
        if not (folder / name).exists():
            found.append(f"{name}: in datapackage.json but not in the folder. Add the file or remove the entry.")
            continue
        found += [f"{name}: its entry has no {key}. Add it to datapackage.json." for key in REQUIRED if not entry.get(key)]
        digest = "sha256:" + hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if entry.get("hash") != digest:
            found.append(f"{name}: changed since it was described. Check what changed, then set its hash to {digest}")
        with open(folder / name, newline="", encoding="utf-8") as file:
            header = next(csv.reader(file))
        fields = {field["name"]: field for field in entry["schema"]["fields"]}
        for column in header:
            if column not in fields:
                found.append(f"{name}: column {column} is not described. Add its type, unit and meaning.")
            elif not fields[column].get("description") or "unit" not in fields[column]:
                found.append(f'{name}: column {column} lacks a description or a unit ("" where there is none).')
            if not re.fullmatch(r"[a-z][a-z0-9_]*", column):
                found.append(f"{name}: column {column} is not lower_snake_case. Rename it.")
    if not found:
        report = Package(str(folder / "datapackage.json")).validate()
        for task in report.tasks:
            for error in task.errors:
                row = getattr(error, "row_number", None)
                found.append(f"{task.name}.csv{f', row {row}' if row else ''}: {error.message}")
    return found
