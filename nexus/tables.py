"""The data package: what each table of data/ is, where it comes from and what it cannot show."""

import csv
import hashlib
import html
import io
import json
import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"


@cache
def package():
    """data/datapackage.json as a dict (Frictionless Data Package); read once, so do not change it."""
    return json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))


def files():
    """The tables and the file that describes them, sorted; what an editor leaves beside them is no part of the data."""
    return sorted(path for path in DATA.iterdir() if path.suffix in (".csv", ".json"))


def rows(name):
    """The rows of a table of data/ as dicts of strings."""
    with open(DATA / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def resource(name):
    """The description of one table, a dict. Raises ValueError for a name that the package does not hold."""
    known = {entry["name"]: entry for entry in package()["resources"]}
    if name not in known:
        near = get_close_matches(name, known, n=2)
        hint = f"did you mean {' or '.join(near)}? Otherwise " if near else ""
        raise ValueError(f"no table {name!r} in data/datapackage.json: {hint}add it to data/datapackage.json")
    return known[name]


def licence(entry):
    """The licences of a table as words."""
    return ", ".join(licence["title"] for licence in entry["licenses"])


def source_line(names):
    """Publisher, version and licence of one or several tables, as one line of plain text.

    Raises ValueError for a name that the package does not hold.
    """
    return "; ".join(f"{entry['citation']} ({licence(entry)})" for entry in map(resource, names))


def read_by(cells):
    """Names of the tables that the code cells of a notebook read ("name.csv") or describe ("name"), sorted."""
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    known = {entry["name"] for entry in package()["resources"]}
    return sorted(known & set(re.findall(r"[\"'/]([a-z0-9_]+)(?:\.csv)?[\"']", code)))


class Card:
    """What a reader must know before using a table; shown by JupyterLab and the book."""

    def __init__(self, name):
        self.entry = resource(name)
        self.rows = rows(name)
        years = [row["year"] for row in self.rows if re.fullmatch(r"\d{4}", row.get("year") or "")]
        self.extent = f"{len(self.rows)} rows" + (f", {min(years)} to {max(years)}" if years else "")

    def __repr__(self):
        return f"{self.entry['title']}: {self.extent}. One row is {self.entry['unit_of_analysis']}. Source: " + (
            source_line([self.entry["name"]]) + "."
        )

    def _repr_html_(self):
        entry, esc = self.entry, html.escape
        columns = "".join(
            f"<li><code>{esc(field['name'])}</code>: {esc(field['description'])}"
            + (f" ({esc(field['unit'])})" if field["unit"] else "")
            + "</li>"
            for field in entry["schema"]["fields"]
        )
        pairs = [
            ("One row is", esc(entry["unit_of_analysis"])),
            ("Extent", self.extent),
            ("Who says so", esc(entry["citation"])),
            ("Licence", f"{esc(licence(entry))}. {esc(entry['licence_note'])}"),
            ("Retrieved", esc(entry["retrieved"])),
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
    """The data card of one table, by the name of its file in data/ without `.csv`.

    Raises ValueError for a name that the package does not hold.
    """
    return Card(name)


REQUIRED = ("name", "path", "title", "description", "topic", "unit_of_analysis", "citation", "sources", "licenses",
            "licence_note", "retrieved", "processing", "checks", "caveats", "hash", "schema")  # fmt: skip


def _read(path):
    """The rows of a CSV file, header first. Raises ValueError with place and remedy for a file that is none."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 (byte {error.start + 1}). Save it as UTF-8.") from None
    if text.startswith("\ufeff"):
        raise ValueError("begins with a byte order mark. Save it as UTF-8 without one.")
    reader, found = csv.reader(io.StringIO(text, newline=""), strict=True), []
    try:
        for row in reader:
            if found and len(row) != len(found[0]):
                more = "more" if len(row) > len(found[0]) else "fewer"
                raise ValueError(
                    f"row {len(found) + 1} has {more} cells ({len(row)}) than the header ({len(found[0])}). "
                    "Put a cell with a comma in quotes, and close every quote."
                )
            found.append(row)
    except csv.Error as error:
        raise ValueError(f"row {len(found) + 1}, line {reader.line_num}: {error}. Close every quote.") from None
    return found or [[]]


def _header(path):
    try:
        return _read(path)[0]
    except ValueError:
        return None


def _fields(entry):
    return {field.get("name"): field for field in entry.get("schema", {}).get("fields", [])}


def _record(folder, name, entry, hashes=True):
    """What is wrong with one entry of the package, and with the hash and header of its file."""
    yield from (f"{name}: its entry has no {key}. Add it to datapackage.json." for key in REQUIRED if not entry.get(key))
    if entry.get("name") and f"{entry['name']}.csv" != name:
        yield f"{name}: its entry is named {entry['name']}. Give the entry the name of the file without .csv."
    if any(not (licence.get("name") and licence.get("title")) for licence in entry.get("licenses") or []):
        yield f"{name}: a licence has no name or no title. Add both to datapackage.json."
    if not (folder / name).exists():
        yield f"{name}: in datapackage.json but not in the folder. Add the file or remove the entry."
        return
    digest = "sha256:" + hashlib.sha256((folder / name).read_bytes()).hexdigest()
    if entry.get("hash") != digest and hashes:
        yield f"{name}: changed since it was described. Check what changed, then set its hash to {digest}"
    try:
        rows = _read(folder / name)
    except ValueError as error:
        yield f"{name}: {error}"
        return
    header, fields = rows[0], _fields(entry)
    for column in header:
        if column not in fields:
            yield f"{name}: column {column} is not described. Add its type, unit and meaning."
        elif not fields[column].get("description") or "unit" not in fields[column]:
            yield f'{name}: column {column} lacks a description or a unit ("" where there is none).'
        if not re.fullmatch(r"[a-z][a-z0-9_]*", column):
            yield f"{name}: column {column} is not lower_snake_case. Rename it."
    for column in (field for field in fields if field not in header):
        yield f"{name}: column {column} is described but not in the file. Add the column or remove its description."
    if header != list(fields) and set(header) == set(fields):
        yield f"{name}: a column stands twice or in another place than in datapackage.json. Use one order in both."


def _lists(folder, entries):
    """Keys in cells that hold several, separated: `listForeignKeys`, which frictionless does not know."""
    files = {entry.get("name"): name for name, entry in entries.items()}
    for name, entry in entries.items():
        for link in entry.get("schema", {}).get("listForeignKeys", []):
            there, column = link["reference"]["resource"], link["reference"]["field"]
            if there not in files:
                yield f"{name}: column {link['field']} refers to {there}, which is not in datapackage.json. Correct the name."
                continue
            known = {row[column] for row in _dicts(folder / files[there])}
            for number, row in enumerate(_dicts(folder / name), 2):
                for key in filter(None, row[link["field"]].split(link["separator"])):
                    if key not in known:
                        near = get_close_matches(key, known, n=1)
                        hint = f"did you mean {near[0]}?" if near else f"look it up in {files[there]}."
                        yield f"{name}, row {number}, column {link['field']}: {key!r} is not in {files[there]}; {hint}"


def _dicts(path):
    header, *rows = _read(path)
    return [dict(zip(header, row, strict=True)) for row in rows]


def _values(folder, entries):
    """What frictionless finds in the entries and values: types, constraints, keys, links between tables."""
    from frictionless import FrictionlessException, Package, Resource

    resources = []
    for name, entry in entries.items():
        # Hashes are compared in _record, whose message gives the new one.
        plain = {key: value for key, value in entry.items() if key != "hash"}
        try:
            resources.append(Resource.from_descriptor(plain, basepath=str(folder)))
        except FrictionlessException as refused:
            reasons = "; ".join(reason.message for reason in [refused.error, *refused.reasons])
            yield f"{name}: its entry is not valid ({reasons}). Correct it in datapackage.json."
    if len(resources) < len(entries):
        return
    report = Package(resources=resources).validate()
    for error in report.errors:
        yield f"datapackage.json: {error.message}. Correct it."
    for task in report.tasks:
        for error in task.errors:
            row, column = getattr(error, "row_number", None), getattr(error, "field_name", None)
            where = (f", row {row}" if row else "") + (f", column {column}" if column else "")
            what = f"{error.cell!r} does not fit ({error.note})" if column else error.message
            yield f"{task.name}.csv{where}: {what}. Correct the value, or its description if the source says so."


def problems(folder=DATA, quick=False):
    """Everything wrong with a data folder, one message each: file, row or column, and remedy.

    An empty list means that the data is as described. Values are looked at once every file
    is there with the columns described; a changed hash does not stop that. `quick` leaves out
    hashes and what needs frictionless (types, constraints, keys): what every build looks at.
    """
    folder = Path(folder)
    try:
        described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return [f"datapackage.json: cannot be read ({error}). Restore it, or correct the JSON."]
    entries = {entry.get("path") or f"{entry.get('name')}.csv": entry for entry in described["resources"]}
    found = [
        f"{path.name}: not in datapackage.json. Add an entry with source, licence and every column."
        for path in sorted(folder.glob("*.csv"))
        if path.name not in entries
    ]
    if len(entries) < len(described["resources"]):
        found.append("datapackage.json: two entries have the same path. Keep one.")
    for name, entry in entries.items():
        found += _record(folder, name, entry, hashes=not quick)
    if all((folder / name).exists() and _header(folder / name) == list(_fields(entry)) for name, entry in entries.items()):
        found += _lists(folder, entries)
        found += [] if quick else _values(folder, entries)
    return found
