"""The parts that only the book's build calls: a Sphinx extension, loaded by _config.yml."""

import hashlib
from pathlib import Path

from nexus.bootstrap import ROOT
from nexus.sphinx import cite, code, late, marks, pages, terms
from nexus.tables import files

HERE = Path(__file__).parent


def setup(app):
    # MyST-NB finds nexus.sphinx.figure by itself, through the entry point in pyproject.toml.
    for part in (marks, pages, late, terms, cite, code):
        part.setup(app)
    # A change of the build's own code or of the data rebuilds every page.
    ours = [path for path in HERE.parent.rglob("*") if path.suffix in (".py", ".css", ".js", ".html")]
    watched = [*ours, *files(), ROOT / "CITATION.cff", ROOT / "_config.yml"]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(watched))).hexdigest()
    return {"version": "1", "env_version": int(digest[:7], 16), "parallel_read_safe": True, "parallel_write_safe": True}
