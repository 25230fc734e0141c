"""The book and its chapters as PDF: one assembled HTML document, printed by Chromium.

Chromium numbers pages in the footer but cannot print the page of a link's target. So a document is
printed twice: the first time tells where each heading landed, the second has it in the contents.
"""

import html
import re
from contextlib import contextmanager
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from nexus import browser, citation
from nexus.editions import BOOK, EDITIONS
from nexus.notebooks import chapters
from nexus.site import HTML, order

HERE = Path(__file__).parent
LEFT_OUT = {"use", "downloads"}  # about the site
esc = html.escape


def parts():
    """The book's order as [(caption, [page, …]), …], without what makes no sense on paper."""
    return [(caption, kept) for caption, pages in order() if (kept := [page for page in pages if page not in LEFT_OUT])]


@contextmanager
def printer():
    """A page of a headless browser that reads the disk and asks no host."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser.ensure(), args=["--no-sandbox"])
        page = started.new_page(color_scheme="light")
        page.route(re.compile("^https?:"), lambda route: route.abort())
        page.set_default_timeout(120_000)
        yield page
        started.close()


def article(page, name, inside):
    """One page of the site made ready for paper: {html, title, headings: [(id, words), …]}."""
    page.goto((HTML / f"{name}.html").as_uri())
    return page.evaluate((HERE / "print.js").read_text(), {"name": name, "inside": inside, "base": citation.address()})


def contents(found, groups, numbers, details):
    """The table of contents; `details` are the pages whose parts are listed too."""

    def line(target, words, css=""):
        return (f'<li{css}><a href="#{target}"><span>{esc(words)}</span><span class="dots"></span>'
                f'<span class="n">{numbers.get(target, 0)}</span></a></li>')  # fmt: skip

    listed = ""
    for caption, names in groups:
        lines = ""
        for name in names:
            lines += line(name, found[name]["title"]) if len(found) > 1 else ""
            lines += "".join(line(target, words, ' class="sub"') for target, words in found[name]["headings"] if name in details)
        listed += (f'<p class="part">{esc(caption)}</p>' if caption else "") + f"<ol>{lines}</ol>"
    return listed


def document(found, groups, numbers):
    """The whole HTML of the book, or of a chapter where there is one page only."""
    book = citation.book()
    styles = "".join(f'<link rel="stylesheet" href="{path.as_uri()}">' for path in _styles())
    edition = (
        f"Version {book['version']}, {citation.spoken(book['date'])}. © {esc(book['author'])}. Text and charts: CC BY-SA 4.0."
    )
    if len(found) > 1:
        title, first = f"{book['title']}: {book['subtitle']}", ""
        details = {path.stem for path in chapters()}
        front = (f'<div class="cover"><p></p><p class="title">{esc(book["title"])}</p><p class="line">{esc(book["subtitle"])}</p>'
                 f'<p class="foot">{esc(book["author"])}<br>{edition}</p></div>'
                 f'<nav class="listing"><h1>Contents</h1>{contents(found, groups, numbers, details)}</nav>')  # fmt: skip
    else:
        ((name, only),) = found.items()
        title, first = f"{only['title']} ({book['title']})", " first"
        front = (f'<p class="head">A chapter of {esc(book["title"])}: {esc(book["subtitle"])}. {edition}</p>'
                 f'<nav class="listing single">{contents(found, groups, numbers, {name})}</nav>')  # fmt: skip
    body = "".join(part["html"].replace("<article", f'<article class="page{first}"', 1) for part in found.values())
    return (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{esc(title)}</title>'
            f'<meta name="author" content="{esc(book["author"])}">{styles}</head><body>{front}{body}</body></html>')  # fmt: skip


def _styles():
    """The site's own style sheets in their order, then that of the printed book."""
    index = (HTML / "index.html").read_text(encoding="utf-8")
    linked = re.findall(r'<link rel="stylesheet"[^>]*href="([^"?]+)', index)
    return [*(HTML / path for path in linked), HERE / "print.css"]


def write(page, groups, target):
    """Print the pages of `groups` into the PDF `target`, twice, and return its path."""
    names = [name for _, group in groups for name in group]
    found = {name: article(page, name, names) for name in names}
    source = target.with_suffix(".html")
    numbers = {}
    for _ in range(2):
        source.write_text(document(found, groups, numbers), encoding="utf-8")
        page.goto(source.as_uri())
        page.pdf(path=target, prefer_css_page_size=True, print_background=True, tagged=True)
        numbers = landed(target)
    source.unlink()
    bookmarked(target, found, groups, numbers)
    return target


def landed(path):
    """The page number of every place that a link of the PDF leads to: {id: number}."""
    reader = PdfReader(path)
    places = reader.named_destinations.items()
    return {name.lstrip("/"): reader.get_destination_page_number(place) + 1 for name, place in places}


def bookmarked(path, found, groups, numbers):
    """Add author and bookmarks: parts, pages, sections. Chromium's own would lose the spaces where a heading wraps."""
    writer = PdfWriter(clone_from=path)
    writer.add_metadata({"/Author": citation.book()["author"], "/Creator": citation.book()["title"]})
    for caption, names in groups:
        first = numbers.get(names[0], 1) - 1
        part = writer.add_outline_item(caption, first, is_open=False) if caption else None
        for name in names:
            page = writer.add_outline_item(found[name]["title"], numbers.get(name, 1) - 1, parent=part, is_open=False)
            for target, words in found[name]["headings"]:
                if target in numbers:
                    writer.add_outline_item(words, numbers[target] - 1, parent=page)
    writer.write(path)


def make(names=None):
    """Print the chapters `names`; without them the book and every chapter. Yields each path."""
    EDITIONS.mkdir(parents=True, exist_ok=True)
    with printer() as page:
        if not names:
            yield write(page, parts(), EDITIONS / BOOK)
        for name in names or [path.stem for path in chapters()]:
            yield write(page, [("", [name])], EDITIONS / f"{name}.pdf")
