"""The offline edition: the built site as one zip that opens from disk."""

import html
import re
from pathlib import Path

from nexus import citation, editions
from nexus.bundles import zipped
from nexus.site import HTML

HERE = Path(__file__).parent
STYLE = re.compile(r'<link rel="stylesheet"[^>]*href="([^"?]+)[^>]*>')


def page(text):
    """A page for the disk: its styles inside it, no link to an edition that the archive does not hold.

    A phone's file manager often hands a browser one file alone. With its styles inside, a page is whole then, too.
    """
    text = re.sub(r"<li data-edition>.*?</li>", "", text, flags=re.DOTALL)
    return STYLE.sub(lambda found: f"<style>{(HTML / html.unescape(found[1])).read_text(encoding='utf-8')}</style>", text)


def make():
    """Write the zip and return its path. The site must have been built."""
    files = {}
    for path in HTML.rglob("*"):
        name = path.relative_to(HTML).as_posix()
        # Left out: editions, the pictures that other sites show beside a link, Sphinx's notes to itself.
        if path.is_dir() or editions.is_edition(path.name) or name.startswith(("_static/social/", ".")) or name == "objects.inv":
            continue
        content = path.read_bytes()
        files[f"book/{name}"] = page(content.decode()).encode() if path.suffix == ".html" else content
    words = (HERE / "READ-ME-FIRST.html").read_text(encoding="utf-8").replace("{version}", citation.book()["version"])
    files["READ-ME-FIRST.html"] = words.encode()
    editions.EDITIONS.mkdir(parents=True, exist_ok=True)
    target = editions.EDITIONS / editions.OFFLINE
    target.write_bytes(zipped(files, "nexus-offline"))
    return target
