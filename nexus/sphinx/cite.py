"""How to cite: under each chapter, on the page Downloads and on the cards of the tables."""

import html
from pathlib import Path

from docutils import nodes
from sphinx.transforms import SphinxTransform

from nexus import citation


def shown(told, bibtex):
    """A sentence and its BibTeX. With script the page adds a button that copies the BibTeX."""
    return f'<p>{html.escape(told)}</p><pre class="bibtex">{html.escape(bibtex)}</pre>'


def book_citation(env):
    """The book's own citation."""
    return shown(*citation.of_book())


class CiteThis(SphinxTransform):
    """At the end of a chapter: how to cite it."""

    default_priority = 965

    def apply(self):
        source = Path(self.env.doc2path(self.env.docname))
        if source.suffix != ".ipynb":
            return
        section = next(self.document.findall(nodes.section))
        title = next(section.findall(nodes.title)).astext()
        told = shown(*citation.of_chapter(source.stem, title))
        folded = f'<details class="cite"><summary>Cite this chapter</summary>{told}</details>'
        section.append(nodes.raw("", folded, format="html"))


def setup(app):
    app.add_transform(CiteThis)
