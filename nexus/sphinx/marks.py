"""Turn [G17] in the text into an evidence mark with its card, before the paragraph it stands in.

Each paragraph that carries marks gets an anchor, and the environment remembers which marks stand
where (`env.nexus_marks`): the ledger page links to it, and the card links to the ledger.
"""

import html
import re

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from nexus import claims

log = logging.getLogger(__name__)
BLOCKS = (nodes.paragraph, nodes.bullet_list, nodes.enumerated_list, nodes.table, nodes.block_quote, nodes.definition_list)


def glyph(stance):
    return f'<span class="g {stance}" aria-hidden="true"></span>'


def button(mark, card, stance=""):
    """The mark itself: a button that opens its card."""
    row = claims.claim(mark, stance)
    return (
        f'<button type="button" class="ev" popovertarget="{card}" aria-label="{mark}: evidence, {row["stance"]}">'
        f"{glyph(row['stance'])}{mark}</button>"
    )


def link(mark, root=""):
    """A mark on a page of the record: a link to the claim in the ledger."""
    stance = claims.claim(mark)["stance"]
    return f'<a class="ev" href="{root}claims.html#{mark}" aria-label="{mark}: {stance}">{glyph(stance)}{mark}</a>'


def doubt_links(mark, root=""):
    """Links to what is known to be doubtful about a claim ("" where nothing is)."""
    links = ", ".join(
        f'<a href="{root}doubts.html#{row["doubt_id"]}">{html.escape(row["title"])}</a>' for row in claims.doubts().get(mark, [])
    )
    return f' <span class="doubt">In doubt: {links}.</span>' if links else ""


def card(marks, ident, root=""):
    """The card of one block: for each mark who says it, on what evidence, and where it stands."""
    items, sources = [], []
    for mark in dict.fromkeys(marks):
        row = claims.claim(mark)
        source = claims.sources()[row["source_id"]]
        title = source["title"] if len(source["title"]) < 60 else source["title"][:57].rsplit(" ", 1)[0] + " …"
        sources.append(f"{source['mark']}: {title} ({source['type'].split(' (')[0]})")
        who = f" to: {html.escape(row['attributed_to'])}" if row["attributed_to"] else ""
        stop = "" if row["locator"].endswith(("?", ".")) else "."
        items.append(
            f'<li>{glyph(row["stance"])}<a href="{root}claims.html#{mark}">{mark}</a> <b>{row["stance"].capitalize()}</b>{who}. '
            f"{claims.RESTS_ON[row['rests_on']]}. <i>{html.escape(row['locator'])}</i>{stop}{doubt_links(mark, root)}</li>"
        )
    titles = "".join(f"<p>{html.escape(title)}</p>" for title in dict.fromkeys(sources))
    return (
        f'<div class="ev-note" id="{ident}" popover role="note" aria-label="Evidence {", ".join(dict.fromkeys(marks))}">'
        f'<button type="button" class="x" popovertarget="{ident}" popovertargetaction="hide">Close</button>'
        f"{titles}<ul>{''.join(items)}</ul></div>"
    )


def _block(node):
    """The outermost list, table or quotation around a node, else its paragraph."""
    found = node
    while node.parent is not None and not isinstance(node, nodes.section | nodes.document):
        if isinstance(node, BLOCKS):
            found = node
        node = node.parent
    return found


class Marks(SphinxTransform):
    default_priority = 950

    def apply(self):
        cards = {}
        for text in list(self.document.findall(nodes.Text)):
            parent = text.parent
            if isinstance(parent, nodes.literal | nodes.literal_block | nodes.raw | nodes.title) or not claims.MARK.search(text):
                continue
            block = _block(text)
            ident, found = cards.setdefault(block, (f"ev-{len(cards) + 1}", []))
            parent.replace(text, list(self.pieces(str(text), ident, found, parent)))
        places = {}
        for block, (ident, found) in cards.items():
            if found:
                anchor = ident.replace("ev", "at")
                # A target of its own: the block may have an id already.
                target = nodes.raw("", f'<span class="at" id="{anchor}"></span>', format="html")
                root = "../" * self.env.docname.count("/")
                index = block.parent.index(block)
                block.parent[index:index] = [target, nodes.raw("", card(found, ident, root), format="html")]
                block["classes"].append("marked")
                for mark in dict.fromkeys(found):
                    places.setdefault(mark, []).append(anchor)
        if not hasattr(self.env, "nexus_marks"):
            self.env.nexus_marks = {}
        self.env.nexus_marks[self.env.docname] = places

    def pieces(self, text, ident, found, parent):
        """The text with each group of marks glued to the word before it."""
        at = 0
        for group in claims.MARK.finditer(text):
            before = text[at : group.start()].rstrip()
            at = group.end()
            tail = re.match(r"[.,;:)]+", text[at:])
            at += tail.end() if tail else 0
            head, _, word = before.rpartition(" ")
            if head or before.startswith(" "):
                yield nodes.Text(head + " ")
            buttons = []
            for mark, stance in claims.marked(group[0]):
                try:
                    buttons.append(button(mark, ident, stance))
                    found.append(mark)
                except ValueError as error:
                    log.warning("%s", error, location=parent)
            stop = tail[0] if tail else ""
            yield nodes.raw("", f'<span class="nb">{html.escape(word)}{stop}{"".join(buttons)}</span>', format="html")
        if text[at:]:
            yield nodes.Text(text[at:])


def purge(app, env, docname):
    getattr(env, "nexus_marks", {}).pop(docname, None)


def merge(app, env, docnames, other):
    theirs = getattr(other, "nexus_marks", {})
    if not hasattr(env, "nexus_marks"):
        env.nexus_marks = {}
    env.nexus_marks |= {name: theirs[name] for name in docnames if name in theirs}


def setup(app):
    app.add_transform(Marks)
    app.connect("env-purge-doc", purge)
    app.connect("env-merge-info", merge)
