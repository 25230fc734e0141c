"""Glossary words in chapters: linked at their first use, abbreviations written out there."""

import html

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from nexus import glossary

log = logging.getLogger(__name__)
# Not looked into: code, links, headings, tables, what stands in the page as HTML.
CLOSED = (nodes.literal, nodes.literal_block, nodes.raw, nodes.title, nodes.reference, nodes.table, nodes.math,
          addnodes.pending_xref, addnodes.download_reference)  # fmt: skip


def anchor(entry, words, root):
    return f'<a class="term" href="{root}glossary.html#{glossary.slug(entry["term"])}">{html.escape(words)}</a>'


def first_uses(text, block, seen, root):
    """The text as nodes, with a link at the first use of each entry (`seen` is added to)."""
    at = 0
    for match in glossary.pattern().finditer(text):
        entry = glossary.find(match[0])
        if entry["term"] in seen:
            continue
        seen.add(entry["term"])
        full = ""
        if match[0] == entry["abbreviation"] and entry["term"].lower() not in block.lower():
            full = f" ({entry['term']})"
        yield nodes.Text(text[at : match.start()])
        yield nodes.raw("", anchor(entry, match[0], root) + html.escape(full), format="html")
        at = match.end()
    yield nodes.Text(text[at:])


def listed(text, root):
    """The list of terms at the end of a chapter: every one a link. Raises ValueError for an unknown term."""
    for number, words in enumerate(text.strip(" :.\n").split(",")):
        yield nodes.Text(", " if number else ": ")
        yield nodes.raw("", anchor(glossary.find(words.strip()), words.strip(), root), format="html")


class Terms(SphinxTransform):
    default_priority = 940  # before the marks, which glue words to themselves

    def apply(self):
        docname = self.env.docname
        if not self.env.doc2path(docname).endswith(".ipynb"):
            return
        root, seen = "../" * docname.count("/"), set()
        for paragraph in list(self.document.findall(nodes.paragraph)):
            block = paragraph.astext()
            if _section(paragraph).startswith("References"):
                continue
            if block.startswith("Terms:"):
                text = paragraph.children[-1]
                try:
                    paragraph.replace(text, list(listed(text.astext(), root)))
                except ValueError as error:
                    log.warning("%s", error, location=paragraph)
                continue
            for text in list(paragraph.findall(nodes.Text)):
                if not any(isinstance(parent, CLOSED) for parent in _above(text)):
                    text.parent.replace(text, [node for node in first_uses(str(text), block, seen, root) if node.astext()])


def _section(node):
    """The title of the section that a node stands in."""
    section = next((parent for parent in _above(node) if isinstance(parent, nodes.section)), None)
    return section.next_node(nodes.title).astext() if section is not None else ""


def _above(node):
    while node.parent is not None:
        node = node.parent
        yield node


def setup(app):
    app.add_transform(Terms)
