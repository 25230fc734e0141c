"""Build the book and serve it."""

import functools
import http.server
import os
import socket
import subprocess
import sys
import webbrowser

import yaml

from nexus import tables
from nexus.bootstrap import ROOT

BUILD = ROOT / ".build"
HTML = BUILD / "_build" / "html"
TOC = ROOT / "_toc.yml"


class BuildError(Exception):
    """The book could not be built; the message holds Sphinx's own warnings."""


def order():
    """The pages in the book's order, by part: [(caption, [page, …]), …]; the first part has no caption and holds the root."""
    toc = yaml.safe_load(TOC.read_text(encoding="utf-8"))
    return [("", [toc["root"]]), *((part["caption"], [page["file"] for page in part["chapters"]]) for part in toc["parts"])]


def build(fresh=False):
    """Build the book into `HTML`, only what changed unless `fresh`. Warnings are errors.

    Raises BuildError with the lines that say what is wrong and where.
    """
    if faults := tables.problems(ROOT / "data", quick=True):
        raise BuildError("\n".join(faults))
    command = [sys.executable, "-c", "import nexus; from jupyter_book.cli.main import main; main()", "build", "book"]
    command += ["--config", str(ROOT / "_config.yml"), "--toc", str(TOC), "--path-output", str(BUILD)]
    command += ["--warningiserror", "--nitpick", "--keep-going", "-q", *(["--all"] if fresh else [])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ | {"NO_COLOR": "1"})
    if done.returncode:
        lines = (done.stdout + done.stderr).splitlines()
        telling = [line for line in lines if "WARNING" in line or "ERROR" in line or "Error" in line]
        raise BuildError("\n".join(telling or lines[-25:]))
    return HTML / "index.html"


def free_port(wanted):
    """The wanted port, or the next free one above it. Raises OSError when twenty in a row are taken."""
    for port in range(wanted, min(wanted + 20, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, os.name != "nt")
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue
    raise OSError(f"ports {wanted} to {wanted + 19} are all taken; choose another with PORT=…")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def end_headers(self):
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def server(port):
    """An HTTP server of the built book on 127.0.0.1 (not yet running)."""
    handler = functools.partial(_Quiet, directory=str(HTML))
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)


def open_browser(address):
    """Open a browser where there is a screen to show it."""
    if sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        webbrowser.open(address)
