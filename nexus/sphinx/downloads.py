"""The lists of the page Downloads: the editions that were made, and the files of each chapter."""

import html
from datetime import date

from nexus import bundles, editions, site
from nexus.sphinx.pages import offer

WORDS = {  # of the editions that hold the whole book, in the order shown
    editions.OFFLINE: "Offline edition: every page, search and explorers included, to open from disk",
    editions.BOOK: "The book as one PDF, with contents, page numbers and bookmarks",
}


def made_on(path):
    day = date.fromtimestamp(path.stat().st_mtime)
    return f"{day.day} {day:%B %Y}"


def editions_list(env):
    """The whole book, in the forms that were made; the data are always there."""
    found = editions.made()
    whole = {name: words for name, words in WORDS.items() if name in found}
    listed = [offer(name, words, found[name].stat().st_size, made_on(found[name])) for name, words in whole.items()]
    listed.append(offer(editions.DATA, "All tables, with the file that describes them", len(bundles.data_zip())))
    return f'<ul class="downloads">{"".join(listed)}</ul>'


def chapters_list(env):
    """The files of each chapter, in the book's order."""
    found, parts = editions.made(), []
    for name in [page for _, pages in site.order() for page in pages]:
        sizes = env.metadata.get(name, {}).get("nexus_downloads")
        if not sizes:
            continue
        listed = [offer(file, words, bytes_) for file, (words, bytes_) in sizes.items()]
        if path := found.get(f"{name}.pdf"):
            listed.append(offer(path.name, "The chapter as PDF", path.stat().st_size, made_on(path)))
        title = html.escape(env.titles[name].astext())
        parts.append(f'<h3><a href="{name}.html">{title}</a></h3><ul class="downloads">{"".join(listed)}</ul>')
    return "".join(parts)
