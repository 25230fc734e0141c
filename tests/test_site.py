"""The built book in a browser that has no network: what readers depend on."""

import gzip
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe

from leaks import leaked, set_of
from nexus import bundles, claims, notebooks, site, tables
from nexus.bootstrap import ROOT
from nexus.exercises import sets

CHAPTERS = [f"{path.stem}.html" for path in notebooks.chapters()]


@pytest.mark.parametrize("name", CHAPTERS)
def test_charts_are_there_without_script_and_from_disk(visit, book, name):
    page = visit(name, script=False, base=f"file://{book}/")
    figures = page.locator("figure[data-chart]")
    assert figures.count() >= 6
    for figure in figures.all():
        picture = figure.locator("svg:visible")
        assert picture.count() == 1 and picture.get_attribute("role") == "img"
        assert len(picture.get_attribute("aria-label")) > 60 and picture.locator("path, text").count() > 5
        assert figure.locator("figcaption .f-title").inner_text() and "Source:" in figure.locator(".f-src").inner_text()
    assert page.trouble == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_each_chart_has_its_numbers_in_a_table(visit, name):
    page = visit(name)
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


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_explorer_works_from_disk(visit, book, name):
    """Each control of each live chart redraws it: no server, no Python."""
    page = visit(name, base=f"file://{book}/")
    explorers = page.locator("figure:has(script.live)")
    assert explorers.count() >= 1
    for figure in explorers.all():
        for control in figure.locator(".control").all():
            figure.locator("input").first.focus()
            drawing = figure.locator(".is-live svg")
            drawing.wait_for()
            before, changed = drawing.inner_html(), False
            slider = control.locator("input[type=range]")
            if slider.count():
                slider.press("End" if slider.input_value() != slider.get_attribute("max") else "Home")
                page.wait_for_function("([node, old]) => node.innerHTML !== old", arg=[drawing.element_handle(), before])
                continue
            start = control.locator("input:checked").get_attribute("value")
            for choice in control.locator("input:not(:checked)").all():  # some choices may show the same
                choice.check()
                if not changed:
                    page.wait_for_timeout(100)
                    changed = drawing.inner_html() != before
            assert changed
            control.locator(f"input[value='{start}']").check()
            page.wait_for_timeout(100)
    # Vega says so when a choice leaves nothing to draw.
    assert [text for text in page.trouble if "Infinite extent" not in text] == []


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


def test_previous_and_next(visit):
    page = visit("mali-gold.html")
    assert page.locator(".related-pages a.next-page").count() == 1 and page.locator(".related-pages a.prev-page").count() == 1


def test_print_shows_the_content_alone(visit):
    page = visit("mali-gold.html")
    page.emulate_media(media="print")
    for hidden in ("footer", ".sidebar-drawer", ".related-pages", ".controls", "div.cell_input"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    assert page.locator("figure[data-chart] svg:visible").count() == page.locator("figure[data-chart]").count()


def test_the_ledger_is_light_with_all_claims(visit, book):
    page = visit("claims.html")
    assert page.locator("ol.claims > li").count() == 527
    assert len(gzip.compress((book / "claims.html").read_bytes())) <= 200_000


def test_a_mark_leads_to_its_claim_and_the_claim_back(visit):
    page = visit("mali-gold.html", 390)
    mark = page.get_by_role("button", name="G53: evidence, anecdotal")
    mark.click()
    page.locator(".ev-note:popover-open").get_by_role("link", name="G53", exact=True).click()
    claim = page.locator("#G53:target")
    assert "In one account by local officials" in claim.inner_text() and "G53 Anecdotal" in claim.inner_text()
    claim.get_by_role("link", name="Gold in Kayes").first.click()
    page.wait_for_url("**/mali-gold.html#at-*")
    block = page.locator(".at:target + .ev-note + .marked")
    assert block.get_by_role("button", name="G53: evidence, anecdotal").count() == 1


def test_every_mark_of_the_chapter_has_its_way_there_and_back(visit, book):
    page = visit("mali-gold.html")
    there = page.eval_on_selector_all(".ev-note li > a", "all => all.map(a => a.getAttribute('href'))")
    assert {f"claims.html#{mark}" for mark, row in claims.ledger().items() if row["chapter"] == "mali-gold"} <= set(there)
    ledger = (book / "claims.html").read_text()
    for mark in {href.partition("#")[2] for href in there}:
        item = re.search(rf'<li id="{mark}".*?</li>', ledger, re.DOTALL)[0]
        assert 'href="mali-gold.html#at-' in item, mark


def test_a_claim_names_the_pages_that_use_it(visit):
    page = visit("claims.html")
    assert page.locator("#B119").get_by_role("link", name="Teaching: What counts, and how do we know?").count() == 1
    assert page.locator("#B34").get_by_role("link", name="Mali: the roots of 2012").count() >= 1


def test_the_ledger_is_filtered_with_the_keyboard_and_from_disk(visit, book):
    page = visit("claims.html", base=f"file://{book}/")
    count = page.locator("[data-count]")
    assert count.inner_text() == "527 of 527 claims" and count.get_attribute("role") == "status"
    page.get_by_label("Stance").focus()
    page.keyboard.press("End")  # the last stance: recommended
    assert count.inner_text() == "86 of 527 claims"
    page.get_by_label("Words").fill("LOCAL mediation")
    shown = page.locator("ol.claims > li:visible")
    assert 0 < shown.count() < 86 and count.inner_text() == f"{shown.count()} of 527 claims"
    assert all("local" in text.lower() and "mediation" in text.lower() for text in shown.all_inner_texts())
    page.get_by_label("Words").fill("no such words")
    assert count.inner_text() == "No claims match. Change a filter or show all."
    page.get_by_role("button", name="Show all").press("Enter")
    page.wait_for_function("document.querySelector('[data-count]').textContent === '527 of 527 claims'")
    assert page.trouble == []


def test_a_filter_stands_in_the_address_and_a_target_is_never_hidden(visit):
    page = visit("claims.html?chapter=mali-gold&stance=anecdotal")
    assert page.locator("ol.claims > li:visible").count() == 1
    assert page.get_by_label("Chapter").input_value() == "mali-gold"
    page.evaluate("location.hash = '#B4'")
    page.wait_for_selector("#B4:visible")


@pytest.mark.parametrize(
    ("name", "label", "value", "few"),
    [("timeline.html", "Lane", "car", "events"), ("doubts.html", "Verdict", "misprint_confirmed", "doubts"),
     ("glossary.html", "Kind", "mission", "terms")],
)  # fmt: skip
def test_the_other_lists_are_filtered_too(visit, name, label, value, few):
    page = visit(name)
    everything = page.locator("article ol > li[data-kind], article ol > li[data-verdict]").count()
    page.get_by_label(label).select_option(value)
    shown = page.locator("article ol > li:visible:is([data-kind], [data-verdict])").count()
    assert 0 < shown < everything and page.locator("[data-count]").inner_text() == f"{shown} of {everything} {few}"


def test_the_lists_are_whole_without_script(visit):
    page = visit("claims.html", script=False)
    assert page.locator("ol.claims > li:visible").count() == 527 and page.locator("form.filters:visible").count() == 0


def test_each_table_has_its_card_rows_and_file(visit, book):
    page = visit("data.html")
    for entry in tables.package()["resources"]:
        section = page.locator(f"section#{entry['name']}")
        assert entry["title"] in section.locator("h3").inner_text(), entry["name"]
        link = section.get_by_role("link", name=entry["path"])
        assert (book / link.get_attribute("href")).read_bytes() == (ROOT / "data" / entry["path"]).read_bytes()
        assert section.locator("table tbody tr").count() == min(3, len(tables.rows(entry["name"])))
    gold = page.locator("section#gold_price")
    assert gold.get_by_role("link", name="Gold in Kayes").count() == 1 and gold.locator("svg.sk").count() == 1
    gold.locator("summary").first.click()
    assert "What it cannot show" in gold.inner_text()
    assert "no map of single sites" in page.locator("#left-out + ul").inner_text()


def test_a_doubt_is_told_where_its_claim_is_read(visit):
    page = visit("claims.html")
    told = page.locator("#P67").get_by_role("link", name="resolution 2432 cited as a mission mandate")
    told.click()
    doubt = page.locator("li:target")
    assert "Misprint, confirmed" in doubt.inner_text() and "2423" in doubt.inner_text()


def test_an_abbreviation_is_written_out_once_and_leads_to_the_glossary(visit, tmp_path):
    page = visit("mali-gold.html")
    term = page.locator("article a.term", has_text="troy ounce").first
    term.click()
    assert "31.1034768 grams" in page.locator("li:target").inner_text()


def test_search_finds_a_claim_and_a_term(visit):
    page = visit("search.html?q=auctioned")
    page.wait_for_selector("#search-results li a")
    assert "The ledger of claims" in page.locator("#search-results").inner_text()
    page = visit("search.html?q=kappa")
    page.wait_for_selector("#search-results li a")
    assert "Glossary" in page.locator("#search-results").inner_text()


def test_search_finds_the_chapter(visit):
    page = visit("search.html?q=smuggling")
    page.wait_for_selector("#search-results li a")
    assert "Gold in Kayes" in page.locator("#search-results").inner_text()


def test_no_secret_of_the_exercises_is_in_the_site(book):
    """Each chapter's page, its page for instructors and its downloads against the secrets of its own set."""
    looked_at = set()
    for path in book.rglob("*"):
        if not set_of(path):
            continue
        texts = {path.name: path.read_bytes()}
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                texts = {name: archive.read(name) for name in archive.namelist()}
        for name, content in texts.items():
            if name.endswith((".html", ".ipynb", ".csv", ".json", ".py", ".yml", ".txt", ".md")):
                assert leaked(content.decode(), set_of(path), numbers=not name.endswith((".csv", ".json"))) == [], name
                looked_at.add((set_of(path), name.rpartition(".")[2]))
    assert {(name, kind) for name in sets() for kind in ("html", "ipynb", "csv")} <= looked_at


def test_the_download_runs_as_it_is(book, tmp_path):
    """With what it holds and nothing of this project, which is installed here in place."""
    with zipfile.ZipFile(book / "downloads" / "mali-gold.zip") as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / "mali-gold"
    alone = "import sys\nsys.meta_path[:] = [finder for finder in sys.meta_path if '__editable__' not in str(finder)]\n"
    (tmp_path / "sitecustomize.py").write_text(alone)
    env = {"PATH": str(Path(sys.executable).parent), "PYTHONPATH": f"{tmp_path}{os.pathsep}{folder}", "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "jupyter", "execute", "book/mali-gold.ipynb"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=env)
    assert done.returncode == 0, done.stderr[-800:]
    words = "from nexus import claims; print(claims.claim('G53')['statement'])"  # as the page How to use says
    done = subprocess.run([sys.executable, "-c", words], cwd=folder, capture_output=True, text=True, env=env)
    assert done.stdout.startswith("In one account by local officials"), done.stderr[-800:]


@pytest.mark.parametrize("name", claims.CHAPTERS)
def test_a_download_holds_what_its_code_imports_and_reads(book, name):
    with zipfile.ZipFile(book / "downloads" / f"{name}.zip") as archive:
        held = {file.partition("/")[2]: archive.read(file).decode() for file in archive.namelist()}
    code = "\n".join(cell.source for cell in nbformat.reads(held[f"book/{name}.ipynb"], 4).cells if cell.cell_type == "code")
    imports = "\n".join([code, *(text for file, text in held.items() if file.endswith(".py"))])
    modules = {word for found in re.findall(r"^from nexus import (.+)$", imports, re.MULTILINE) for word in found.split(", ")}
    modules |= set(re.findall(r"^\s*(?:from|import) nexus\.(\w+)", imports, re.MULTILINE))
    assert {f"nexus/{module}.py" for module in modules} <= set(held)
    assert {f"data/{table}" for table in re.findall(r"\.\./data/(\w+\.csv)", code)} <= set(held)
    assert {f"book/questions/{chapter}.yml" for chapter in re.findall(r'ask\("([\w-]+)"', code)} <= set(held)
    described = json.loads(held["data/datapackage.json"])["resources"]
    keys = [key for entry in described for key in entry["schema"].get("foreignKeys", [])]
    assert {key["reference"]["resource"] for key in keys} <= {"", *(entry["name"] for entry in described)}
    pins = (ROOT / "requirements.txt").read_text().splitlines()
    assert [line for line in held["requirements.txt"].splitlines() if line not in pins] == []


def test_what_an_editor_leaves_beside_the_files_is_in_no_download(tmp_path, monkeypatch):
    """JupyterLab keeps a copy of each file that it opens."""
    place = tmp_path / "exercises" / "release" / "evidence"
    for folder in (tmp_path / "data", place):
        (folder / ".ipynb_checkpoints").mkdir(parents=True)
        (folder / ".ipynb_checkpoints" / "a-checkpoint.csv").write_text("x")
        (folder / "a.csv").write_text("x")
    monkeypatch.setattr(tables, "DATA", tmp_path / "data")
    monkeypatch.setattr(bundles, "ROOT", tmp_path)
    assert tables.files() == [tmp_path / "data" / "a.csv"]
    assert zipfile.ZipFile(io.BytesIO(bundles.exercise_zip("evidence"))).namelist() == ["evidence/a.csv"]


def test_the_same_sources_give_the_same_download():
    path = notebooks.chapters()[0]
    assert bundles.bundle(path) == bundles.bundle(path)
    archive = zipfile.ZipFile(io.BytesIO(bundles.bundle(path)))
    assert archive.testzip() is None and {entry.date_time[0] for entry in archive.infolist()} == {1980}  # and no date of today


def test_a_mark_with_a_typo_fails_the_build_and_names_the_file(tmp_path, monkeypatch):
    """A book of two pages, with the settings and the data of this one."""
    copy = tmp_path / "copy"
    (copy / "book").mkdir(parents=True)
    shutil.copy(ROOT / "_config.yml", copy)
    shutil.copytree(ROOT / "data", copy / "data")
    (copy / "book" / "index.md").write_text("# A book\n\nTwo pages.\n")
    (copy / "book" / "page.md").write_text("# A page\n\nA statement [G999].\n")
    (copy / "_toc.yml").write_text("format: jb-book\nroot: index\nchapters:\n  - file: page\n")
    shutil.copy(ROOT / "book" / "references.bib", copy / "book")
    monkeypatch.setattr(site, "ROOT", copy)
    monkeypatch.setattr(site, "TOC", copy / "_toc.yml")
    monkeypatch.setattr(site, "BUILD", tmp_path / "build")
    with pytest.raises(site.BuildError, match=r"page.md.*no claim G999"):
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
