"""The built book in a browser that has no network: what readers depend on."""

import io
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import urllib.request
import zipfile
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from leaks import leaked
from nexus import browser, bundles, notebooks, site
from nexus.bootstrap import ROOT

PAGES = ["index.html", "mali-gold.html", "glossary.html"]
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]


@pytest.fixture(scope="session")
def book():
    site.build()
    return site.HTML


@pytest.fixture(scope="session")
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


@pytest.mark.parametrize("name", [*PAGES, "search.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(visit, name, scheme):
    page = visit(name, scheme=scheme)
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []
    assert page.trouble == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_phone(visit, name, width):
    page = visit(name, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    right = "all => Math.max(0, ...all.map(node => node.getBoundingClientRect().right))"
    assert page.eval_on_selector_all("figure.chart, .drawing svg, .drawing svg text", right) <= width


def test_charts_are_there_without_script_and_from_disk(visit, book):
    page = visit("mali-gold.html", script=False, base=f"file://{book}/")
    figures = page.locator("figure[data-chart]")
    assert figures.count() >= 7
    for figure in figures.all():
        picture = figure.locator("svg:visible")
        assert picture.count() == 1 and picture.get_attribute("role") == "img"
        assert len(picture.get_attribute("aria-label")) > 60 and picture.locator("path, text").count() > 5
        assert figure.locator("figcaption .f-title").inner_text() and "Source:" in figure.locator(".f-src").inner_text()
    assert page.trouble == []


def test_each_chart_has_its_numbers_in_a_table(visit):
    page = visit("mali-gold.html")
    for details in page.locator("figure details.data").all():
        details.locator("summary").click()
        assert details.locator("tbody tr:visible").count() >= 2 and details.locator("a[href$='.csv']").count() >= 1


def test_vega_comes_only_when_a_reader_explores(visit):
    page = visit("mali-gold.html", base=None)
    page.mouse.move(5, 5)
    assert not [url for url in page.asked if "vega" in url]
    slider = page.locator("figure input[type=range]")
    slider.focus()
    page.wait_for_selector(".drawing.is-live svg")
    before = page.locator(".is-live svg").inner_html()
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    page.wait_for_function("old => document.querySelector('.is-live svg').innerHTML !== old", arg=before)
    figure = page.locator("figure:has(input[type=range])")
    assert figure.locator("output").inner_text() == "2015"
    assert figure.locator("svg").count() == 1 and figure.get_by_role("img").count() == 1
    assert "A slider changes the base year" in figure.get_by_role("img").get_attribute("aria-label")
    assert "205.7" in figure.locator("svg").text_content()
    assert page.trouble == [] and Axe().run(page).response["violations"] == []


def test_the_slider_works_from_disk(visit, book):
    page = visit("mali-gold.html", base=f"file://{book}/")
    page.locator("figure input[type=range]").focus()
    page.wait_for_selector(".drawing.is-live svg")
    assert page.trouble == []


def test_a_check_question_answers_by_keyboard_and_without_script(visit):
    page = visit("mali-gold.html", script=False)
    choice = page.locator(".check details").nth(1)
    assert not choice.locator("p").is_visible()
    choice.locator("summary").press("Enter")
    assert "Not quite." in choice.locator("p").inner_text()


def test_evidence_marks_open_their_card_on_a_phone(visit):
    page = visit("mali-gold.html", 390)
    mark = page.get_by_role("button", name="G17: evidence, attributed")
    mark.click()
    card = page.locator(".ev-note:popover-open")
    assert "G17 Attributed to: senior Gendarmerie officer. Interview." in card.inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".ev-note:popover-open").count() == 0


def test_evidence_stands_in_the_margin_of_a_wide_page(visit):
    page = visit("mali-gold.html", 1440)
    assert page.locator(".ev-note").first.is_visible()


@pytest.mark.parametrize("name", PAGES)
def test_each_page_presents_itself(visit, book, name):
    page = visit(name)
    assert len(page.locator("meta[name=description]").get_attribute("content")) > 40
    assert page.locator("meta[property='og:title']").get_attribute("content")
    picture = page.locator("meta[property='og:image']").get_attribute("content")
    assert (book / picture).read_bytes()[:4] == b"\x89PNG"
    assert page.locator("a.skip-to-content").get_attribute("href") == "#furo-main-content"
    assert page.locator("h1").count() == 1


def test_previous_and_next(visit):
    page = visit("mali-gold.html")
    assert page.locator(".related-pages a.next-page").count() == 1 and page.locator(".related-pages a.prev-page").count() == 1


def test_print_shows_the_content_alone(visit):
    page = visit("mali-gold.html")
    page.emulate_media(media="print")
    for hidden in ("footer", ".sidebar-drawer", ".related-pages", ".controls", "div.cell_input"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    assert page.locator("figure[data-chart] svg:visible").count() == page.locator("figure[data-chart]").count()


def test_every_link_and_anchor_leads_somewhere(visit, book):
    for name in [*PAGES, "search.html"]:
        page = visit(name)
        found = "all => all.map(node => node.getAttribute('href') || node.getAttribute('src'))"
        for href in page.eval_on_selector_all("a[href], link[href], script[src], img[src]", found):
            if re.match(r"(https?:|mailto:)", href) or href in ("", "#"):
                continue
            target, _, anchor = href.partition("#")
            path = book / (target.split("?")[0] or name)
            assert path.exists(), f"{name}: {href}"
            if anchor and path.suffix == ".html":
                assert f'id="{anchor}"' in path.read_text(), f"{name}: {href}"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light(visit, name):
    import gzip

    page = visit(name)
    page.wait_for_load_state("networkidle")
    sizes = {url: len(gzip.compress((site.HTML / url.split("/", 3)[3].split("?")[0]).read_bytes())) for url in page.asked}
    assert sum(sizes.values()) <= 150_000
    assert sum(size for url, size in sizes.items() if ".js" in url) <= 40_000


def test_search_finds_the_chapter(visit):
    page = visit("search.html?q=smuggling")
    page.wait_for_selector("#search-results li a")
    assert "Gold in Kayes" in page.locator("#search-results").inner_text()


def test_no_secret_of_the_exercises_is_in_the_site(book):
    for path in book.rglob("*"):
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                texts = {name: archive.read(name).decode() for name in archive.namelist()}
        elif path.suffix in (".html", ".js", ".ipynb", ".csv", ".json") and path.name != "vega.js":
            texts = {path.name: path.read_text()}
        else:
            continue
        for name, text in texts.items():
            assert leaked(text.replace('\\"', '"')) == [], f"{path.name}: {name}"


def test_the_download_runs_as_it_is(book, tmp_path):
    with zipfile.ZipFile(book / "downloads" / "mali-gold.zip") as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / "mali-gold"
    assert (folder / "requirements.txt").read_text() == (ROOT / "requirements.txt").read_text()
    (folder / "run.py").write_text(
        "import nexus, sys\nfrom pathlib import Path\nfrom nexus import notebooks\n"
        "assert str(Path(nexus.__file__).parent.parent) == str(Path.cwd()), nexus.__file__\n"
        "notebooks.execute(Path('book/mali-gold.ipynb').resolve())\n"
    )
    env = {"PATH": str(Path(sys.executable).parent), "PYTHONPATH": str(folder), "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "run.py"], cwd=folder, capture_output=True, text=True, env=env)
    assert done.returncode == 0, done.stderr[-800:]


def test_the_same_sources_give_the_same_download():
    path = notebooks.chapters()[0]
    assert bundles.bundle(path) == bundles.bundle(path)
    assert zipfile.ZipFile(io.BytesIO(bundles.bundle(path))).testzip() is None


def test_a_mark_with_a_typo_fails_the_build_and_names_the_file(tmp_path, monkeypatch):
    shutil.copytree(ROOT, tmp_path / "copy", ignore=shutil.ignore_patterns(".venv", ".build", ".git"))
    page = tmp_path / "copy" / "book" / "glossary.md"
    page.write_text(page.read_text() + "\nA statement [G999].\n")
    monkeypatch.setattr(site, "ROOT", tmp_path / "copy")
    monkeypatch.setattr(site, "BUILD", tmp_path / "build")
    with pytest.raises(site.BuildError, match=r"glossary.md.*no claim G999"):
        site.build()


def test_serve_says_where_the_book_is_and_shows_it():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-u", "-m", "nexus", "serve", "--no-browser", "--port", str(port)]
        server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ | {"NO_COLOR": "1"})
        try:
            lines = []
            for line in server.stdout:
                lines.append(line)
                if "Nexus is at" in line:
                    break
            assert any(f"Port {port} is taken" in line for line in lines), lines
            address = re.search(r"http://127\.0\.0\.1:\d+/", lines[-1]).group()
            assert b"<h1>Nexus" in urllib.request.urlopen(address).read()
        finally:
            server.terminate()
            server.wait()
