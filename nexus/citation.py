"""How to cite the book, a chapter and a table. CITATION.cff is the one place for authors, version and date."""

from datetime import date
from functools import cache

import yaml
from pybtex.database import BibliographyData
from pybtex.database.output.bibtex import Writer

from nexus import references
from nexus.bootstrap import ROOT


@cache
def book():
    """Title, subtitle, author, version and date of the book (all str; the date as 2026-11-25)."""
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    title, _, subtitle = cff["title"].partition(": ")
    return {
        "title": title,
        "subtitle": subtitle[0].upper() + subtitle[1:],
        "author": cff["authors"][0]["name"],
        "version": str(cff["version"]),
        "date": str(cff["date-released"]),
    }


def spoken(day):
    """2026-11-25 as 25 November 2026."""
    return f"{date.fromisoformat(day).day} {date.fromisoformat(day):%B %Y}"


@cache
def address():
    """The public address of the book with a slash at its end; "" while _config.yml gives none."""
    found = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))["html"]["baseurl"]
    return f"{found.rstrip('/')}/" if found else ""


def _entry(kind, key, fields):
    """One BibTeX entry; empty fields are left out, and braces keep the capitals of names and titles."""
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{kind}{{{key}{lines}\n}}"


def _published(page=""):
    found = book()
    return {
        "year": found["date"][:4],
        "month": f"{date.fromisoformat(found['date']):%b}".lower(),
        "note": f"Version {found['version']}",
        "url": address() and address() + page,
    }


def of_book():
    """How to cite the book: (a sentence, BibTeX)."""
    found = book()
    title = f"{found['title']}: {found['subtitle']}"
    told = f"{found['author']} ({found['date'][:4]}). {title} (version {found['version']}). {address()}".strip()
    fields = {"author": f"{{{found['author']}}}", "title": f"{{{title}}}"} | _published()
    return told, _entry("book", f"nexus{found['date'][:4]}", fields)


def of_chapter(name, title):
    """How to cite the chapter `name` (its file without an ending): (a sentence, BibTeX)."""
    found = book()
    whole = f"{found['title']}: {found['subtitle']}"
    told = f"{found['author']} ({found['date'][:4]}). {title}. In {whole} (version {found['version']})."
    fields = {"author": f"{{{found['author']}}}", "title": f"{{{title}}}", "booktitle": f"{{{whole}}}"}
    if address():
        told += f" {address()}{name}.html"
    return told, _entry("incollection", f"nexus{found['date'][:4]}-{name}", fields | _published(f"{name}.html"))


def of_table(entry):
    """How to cite a table (its entry in datapackage.json): its publisher, or this book where the table is our own."""
    works = entry.get("cite", [])
    if not works:
        return of_chapter("data", f"{entry['title']} (table {entry['name']})")
    told = f"{entry['citation']}. Retrieved {entry['retrieved']}."
    return told, Writer().to_string(BibliographyData({key: references.library()[key] for key in works})).strip()
