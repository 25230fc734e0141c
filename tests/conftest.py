"""What the tests of the built book share: the site, built once for a run, and a browser that has no network."""

import os
import re
import threading

import pytest
from filelock import FileLock
from playwright.sync_api import sync_playwright

from nexus import browser, site

FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]


@pytest.fixture(scope="session")
def book():
    """The built site. Two workers of one run share it: the second waits for the first, and does not build again."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    site.BUILD.mkdir(exist_ok=True)
    mark = site.BUILD / "built-for"
    with FileLock(site.BUILD / "build.lock"):
        if not run or not mark.exists() or mark.read_text() != run:
            site.build()
            mark.write_text(run or "")
    return site.HTML


@pytest.fixture(scope="module")  # a browser left open would be in the way of the next file
def chromium():
    program = browser.ensure()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(book):
    server = site.server(site.free_port(8765))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def visit(chromium, address):
    """Open a page with every outside host refused; `page.trouble` collects requests and errors."""
    contexts = []

    def visit(name, width=1280, script=True, scheme="light", base=None):
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script)
        contexts.append(context)
        page = context.new_page()
        page.trouble, page.asked = [], []
        outside = re.compile(r"^https?://(?!127\.0\.0\.1)")
        context.route(outside, lambda route: (page.trouble.append(route.request.url), route.abort()))
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.trouble.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.trouble.append(str(error)))
        page.on("requestfailed", lambda request: page.trouble.append(request.url))
        page.goto((base or address) + name)
        return page

    yield visit
    for context in contexts:
        context.close()
