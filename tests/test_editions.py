"""The editions to take along: the zip from disk without a network, the PDF of a chapter, how to cite."""

import io
import json
import re
import tomllib
import zipfile
from datetime import date

import pytest
import yaml
from playwright.sync_api import sync_playwright
from pybtex.database import parse_string
from pypdf import PdfReader

from nexus import browser, bundles, citation, editions, notebooks, site, tables
from nexus.bootstrap import ROOT
from nexus.editions import offline, pdf

CHAPTER = "mali-gold"
YEAR = citation.book()["date"][:4]


@pytest.fixture(scope="module")
def built(book, tmp_path_factory):
    """The site as it is built; what the tests make goes elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(editions, "EDITIONS", tmp_path_factory.mktemp("editions"))
        patch.setattr(pdf, "EDITIONS", editions.EDITIONS)
        yield book


# The tests of the PDF come first: it starts a browser of its own, and two do not go together.
@pytest.fixture(scope="module")
def printed(built):
    return next(pdf.make([CHAPTER]))


def test_the_contents_of_a_pdf_tell_the_page_of_each_heading(printed):
    reader = PdfReader(printed)
    pages = [page.extract_text() for page in reader.pages]
    listed = dict(re.findall(r"^(\S.*?) *\n? *(\d+)$", pages[0].partition("\nGold in Kayes")[0], re.MULTILINE))
    for heading in ("2. What the record holds", "Key points", "The evidence behind the marks"):
        number = int(listed[heading])
        assert number > 1 and f"\n{heading}\n" in f"\n{pages[number - 1]}\n", heading
    assert [text.split()[0] for text in pages] == [str(number) for number in range(1, len(pages) + 1)]  # the footers


def test_a_pdf_has_title_bookmarks_and_living_links_and_names_no_disk(printed):
    reader = PdfReader(printed)
    assert reader.metadata.title == "Gold in Kayes: livelihood and harm (Nexus)"
    assert reader.metadata.author == citation.book()["author"]
    titles = [item.title for item in reader.outline[1]]
    assert "Key points" in titles and "The evidence behind the marks" in titles
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", [])]
    assert sum("/Dest" in link for link in links) > 40
    addresses = {link["/A"]["/URI"] for link in links if "/A" in link}
    assert any(address.startswith("https://") for address in addresses)
    assert not any(address.startswith("file:") for address in addresses)
    assert str(ROOT).encode() not in printed.read_bytes()


def test_charts_of_a_pdf_are_drawings_and_words(printed):
    reader = PdfReader(printed)
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert "not heard" in text  # a label inside a chart
    assert not [image for page in reader.pages for image in page.images]
    assert "Full tables" not in text and "altair" in text and "alt.Chart" not in text  # open cells only


def test_a_pdf_keeps_answers_and_evidence_for_the_end(printed):
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(printed).pages).split())
    question, answers = text.index("A. It did not change"), text.index("The official figure was 6 tonnes in both years.")
    assert question < text.rindex("References") < answers < text.index("senior Gendarmerie officer. Interview")


@pytest.fixture(scope="module")
def unpacked(built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("a folder with spaces")
    with zipfile.ZipFile(offline.make()) as archive:
        archive.extractall(folder)
    return folder / "nexus-offline"


def test_the_archive_offers_no_edition_that_it_does_not_hold():
    listed = '<ul><li data-edition><a href="downloads/nexus-book.pdf">PDF</a></li><li><a href="downloads/a.zip">zip</a></li></ul>'
    assert offline.page(listed) == '<ul><li><a href="downloads/a.zip">zip</a></li></ul>'


@pytest.fixture(scope="module")
def page(unpacked):
    """A browser page without a network; `asked` holds every address that it wanted, `trouble` what went wrong."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser.ensure(), args=["--no-sandbox"])
        page = started.new_context(offline=True, viewport={"width": 390, "height": 844}).new_page()
        page.asked, page.trouble = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("pageerror", lambda error: page.trouble.append(str(error)))
        page.on("console", lambda told: page.trouble.append(told.text) if told.type == "error" else None)
        page.on("requestfailed", lambda request: page.trouble.append(request.url))
        yield page
        assert page.trouble == []
        assert [url for url in page.asked if not url.startswith("file:")] == []
        started.close()


def test_the_archive_opens_from_disk_and_links_work_inside(page, unpacked):
    page.goto((unpacked / "READ-ME-FIRST.html").as_uri())
    page.get_by_role("link", name="Open the book").click()
    page.get_by_role("link", name="Gold in Kayes").last.click()
    assert page.locator("h1").inner_text().startswith("Gold in Kayes")
    page.get_by_role("button", name="G17: evidence, attributed").click()
    page.locator(".ev-note:popover-open").get_by_role("link", name="G17", exact=True).click()
    page.locator("#G17:target").wait_for()


def test_an_explorer_moves_from_disk(page, unpacked):
    page.goto((unpacked / "book" / f"{CHAPTER}.html").as_uri())
    slider = page.locator("figure input[type=range]")
    slider.focus()
    page.wait_for_selector(".drawing.is-live svg")
    before = page.locator(".is-live svg").inner_html()
    slider.press("End")
    page.wait_for_function("old => document.querySelector('.is-live svg').innerHTML !== old", arg=before)


def test_search_answers_as_you_type_from_disk(page, unpacked):
    page.goto((unpacked / "book" / "search.html").as_uri())
    field = page.get_by_label("Words in titles and texts")
    field.press_sequentially("auctio")
    page.wait_for_selector("#search-results li a")
    assert "The ledger of claims" in page.locator("#search-results").inner_text()
    field.press_sequentially("qqq")
    page.wait_for_function("document.querySelector('#search-results [role=status]').textContent.startsWith('Nothing found')")
    field.fill("kappa")
    page.get_by_role("link", name="Glossary").last.click()
    page.wait_for_url("**/book/glossary.html*")


def test_the_field_of_every_page_answers_too(page, unpacked):
    page.goto((unpacked / "book" / f"{CHAPTER}.html").as_uri())
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_label("Search").press_sequentially("mirror gap", delay=10)
    page.wait_for_selector("#searchbox li a")
    assert 0 < page.locator("#searchbox li").count() <= 8
    page.set_viewport_size({"width": 390, "height": 844})


def test_the_archive_is_whole(unpacked):
    """Every page and every link within; each chapter with its data; nothing that only a made edition has."""
    book = unpacked / "book"
    pages = {path.name for path in site.HTML.glob("*.html")}
    assert {path.name for path in book.glob("*.html")} == pages
    held = {path.name for path in (book / "downloads").iterdir()}
    assert {f"{path.stem}.zip" for path in notebooks.chapters()} <= held and not any(map(editions.is_edition, held))
    for path in book.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "data-edition" not in text and 'rel="stylesheet"' not in text
        for href in set(re.findall(r'<(?:a|script|img)\b[^>]*\b(?:href|src)="([^"#?]+)', text)):
            assert re.match("[a-z]+:", href) or (book / href).exists(), f"{path.name}: {href}"


def test_the_book_holds_every_page_in_the_order_of_its_contents():
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text())
    pages = ["index", *(page["file"] for part in contents["parts"] for page in part["chapters"])]
    assert [name for _, names in pdf.parts() for name in names] == [name for name in pages if name not in pdf.LEFT_OUT]


def test_a_made_edition_is_listed_with_its_size_and_no_other(monkeypatch, tmp_path):
    from nexus.sphinx import downloads

    monkeypatch.setattr(editions, "EDITIONS", tmp_path)
    assert "nexus-data.zip" in downloads.editions_list(None) and ".pdf" not in downloads.editions_list(None)
    (tmp_path / editions.BOOK).write_bytes(b"x" * 5000)
    listed = downloads.editions_list(None)
    assert f'href="downloads/{editions.BOOK}"' in listed and "pdf, 5 KB, made " in listed and "offline" not in listed.lower()


def test_the_data_package_can_be_read_alone():
    with zipfile.ZipFile(io.BytesIO(bundles.data_zip())) as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
        described = json.loads(archive.read("nexus-data/datapackage.json"))
    assert {entry["path"] for entry in described["resources"]} <= names


def test_the_citation_file_is_valid_and_of_this_version():
    """By the rules of the Citation File Format 1.2.0 for the keys that are used."""
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert cff["cff-version"] == "1.2.0" and {"message", "title", "authors"} <= set(cff)
    assert cff["type"] in ("software", "dataset") and cff["authors"] == [{"name": "The Nexus authors"}]
    assert cff["version"] == tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert cff["version"] == tables.package()["version"]
    assert isinstance(cff["date-released"], date)


def test_every_citation_is_bibtex():
    told, entry = citation.of_chapter(CHAPTER, "Gold in Kayes: livelihood and harm")
    found = parse_string(entry, "bibtex").entries[f"nexus{YEAR}-mali-gold"]
    assert found.fields["booktitle"].startswith("{Nexus: How organised crime") and "Gold in Kayes" in told
    assert str(found.persons["author"][0]) == "{The Nexus authors}"
    parse_string(citation.of_book()[1], "bibtex")
    for table in tables.package()["resources"]:
        keys = set(parse_string(citation.of_table(table)[1], "bibtex").entries)
        assert keys == set(table.get("cite", [f"nexus{YEAR}-data"])), table["name"]


def test_a_chapter_is_cited_with_one_click_and_without_a_network(page, unpacked):
    page.goto((unpacked / "book" / f"{CHAPTER}.html").as_uri())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_text("Cite this chapter").click()
    page.get_by_role("button", name="Copy BibTeX").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"@incollection{{nexus{YEAR}-mali-gold,")


def test_pages_name_their_public_address_once_there_is_one():
    from nexus.sphinx.pages import described_by

    tags = '<meta property="og:url" content="a.html" />\n<meta property="og:description" content="x,,," />'
    assert "og:url" not in described_by(tags, "Words", "")
    assert 'og:url" content="https://example.org/a.html"' in described_by(tags, "Words", "https://example.org/a.html")
    assert described_by(tags, 'A "word" & more', "").count("A &quot;word&quot; &amp; more") == 1
