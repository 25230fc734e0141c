"""Lists that link to chapters: each is a directive whose content is made last, when all chapters are read."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from nexus.sphinx import record
from nexus.sphinx.cite import book_citation
from nexus.sphinx.data import tables_list
from nexus.sphinx.downloads import chapters_list, editions_list
from nexus.sphinx.status import status_list

CONTENT = {
    "claims": record.claims_list,
    "doubts": record.doubts_list,
    "timeline": record.timeline_list,
    "terms": record.glossary_list,
    "tables": tables_list,
    "editions": editions_list,
    "chapter-files": chapters_list,
    "cite": book_citation,
    "status": status_list,
}


class later(nodes.General, nodes.Element):
    """Stands for content that is made once every page is read."""


class Late(SphinxDirective):
    """`{claims}`, `{doubts}` and the other names of CONTENT: the content of that name."""

    def run(self):
        self.env.metadata[self.env.docname]["nexus_late"] = self.name
        return [later("", content=self.name)]


def fill(app, doctree, docname):
    for node in list(doctree.findall(later)):
        node.replace_self(nodes.raw("", CONTENT[node["content"]](app.env), format="html"))


def again(app, env):
    """Pages of the record are written again with every build: any chapter may have changed."""
    return sorted(name for name in env.found_docs if "nexus_late" in env.metadata.get(name, {}))


def setup(app):
    app.add_node(later)
    for name in CONTENT:
        app.add_directive(name, Late)
    app.connect("doctree-resolved", fill)
    app.connect("env-updated", again)
