"""The bibliography: book/references.bib, and what a chapter rests on.

The page References is made by sphinxcontrib-bibtex; a chapter's own list is plain Markdown in its
notebook, so that JupyterLab shows it too. Both are formatted by pybtex.
"""

import re
from functools import cache

import nbformat
from pybtex.backends.markdown import Backend
from pybtex.database import parse_file
from pybtex.plugin import find_plugin

from nexus import claims, glossary, tables
from nexus.bootstrap import ROOT

BIB = ROOT / "book" / "references.bib"


@cache
def library():
    """All entries of the bibliography, by key."""
    return parse_file(str(BIB)).entries


@cache
def _formatted():
    style = find_plugin("pybtex.style.formatting", "plain")()
    entries = style.format_entries(style.sort(library().values()))
    lines = {entry.key: " ".join(entry.text.render(Backend("utf-8")).split()) for entry in entries}
    # The backend escapes every sign that Markdown knows, and prints each address twice.
    lines = {key: re.sub(r"\\([.()#-])", r"\1", line) for key, line in lines.items()}
    return {key: re.sub(r"URL: \[[^]]*\]\(([^)]*)\)", r"<\1>", line) for key, line in lines.items()}


def formatted(key):
    """One entry as a line of Markdown. Raises ValueError for a key that the bibliography does not hold."""
    try:
        return _formatted()[key]
    except KeyError:
        raise ValueError(f"no entry {key!r} in book/references.bib: add it there, or correct the key") from None


def short(key):
    """Author and year of an entry: "Davies et al. 2025"."""
    entry = library()[key]
    people = [" ".join(person.prelast_names + person.last_names) for person in entry.persons.get("author", [])]
    people = [name.replace("{", "").replace("}", "") for name in people]
    if not people:
        fields = entry.fields
        people = [fields.get("institution") or fields.get("organization") or fields["title"].strip("{}").partition(":")[0]]
    people = [glossary.abbreviated(name) for name in people]
    names = people[0] if len(people) == 1 else " & ".join(people) if len(people) == 2 else f"{people[0]} et al."
    return f"{names} {entry.fields.get('year', '')}".strip()


def _alphabetical(keys):
    order = list(_formatted())
    return sorted(keys, key=order.index)


def of_chapter(path):
    """The list of references of a chapter as Markdown: documents, the works they cite, data."""
    cells = nbformat.read(path, as_version=4).cells
    marks = {mark for cell in cells if cell.cell_type == "markdown" for mark in claims.marks(cell.source)}
    ids = {claims.claim(mark)["claim_id"] for mark in marks}
    documents = {row["mark"]: row["cite"] for row in claims.sources().values() if any(m.startswith(row["mark"]) for m in marks)}
    notes = [row for row in tables.rows("endnotes") if ids & set(row["claim_id"].split(";"))]
    works = {key for row in notes for key in row["works"].split(";") if key}
    own = set(documents.values())
    used = set(tables.read_by(cells)) - {"claims", "sources"}  # the ledger is cited by its documents
    data = {key for name in used for key in tables.resource(name).get("cite", [])} - own
    named = "Works that the documents name for these statements, not read for this course"
    parts = ["## References"]
    for title, lines in [
        ("Documents", [f"{formatted(key)} Marks with {letter}." for letter, key in documents.items()]),
        (named, map(formatted, _alphabetical(works - own))),
        ("Data", map(formatted, _alphabetical(data - works))),
    ]:
        listed = "\n".join(f"- {line}" for line in lines)
        if listed:
            parts.append(f"**{title}**\n\n{listed}")
    return "\n\n".join(parts)
