"""Each page of the book, opened in a browser that has no network: what must hold for all of them."""

import gzip
import re
from functools import cache

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe

from nexus import citation, claims, site
from nexus.bootstrap import ROOT

PAGES = [f"{page}.html" for _, pages in site.order() for page in pages]
ELEMENTS = 12_000  # the longest chapter has 10,400, of which 4,200 are cells of the tables behind its charts


@cache
def read(path):
    return path.read_text(encoding="utf-8")


# One text of each kind stands for all that have its colour, size and weight on the same ground.
SAMPLE = """() => {
  const seen = new Set();
  for (const node of document.querySelectorAll("body *")) {
    delete node.dataset.sample;
    const words = [...node.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim());
    if (!(words || node.matches("input, select")) || node.closest(".drawing svg") || !node.checkVisibility()) continue;
    const style = getComputedStyle(node), kind = [style.color, style.fontSize, style.fontWeight, style.textShadow];
    for (let ground = node; ground; ground = ground.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(ground);
      kind.push(backgroundColor === "rgba(0, 0, 0, 0)" ? "" : backgroundColor, backgroundImage, opacity);
    }
    const key = kind.filter(word => word && word !== "none" && word !== "1").join();
    if (!seen.has(key)) node.dataset.sample = "";
    seen.add(key);
  }
  return seen.size;
}"""


def accessible(page):
    # The insides of a drawing are one picture to axe, with a name.
    passes(page, {"exclude": [[".drawing svg > *"]]}, rules={"color-contrast": {"enabled": False}})


def legible(page):
    assert page.evaluate(SAMPLE) > 5
    passes(page, {"include": [["[data-sample]"]]}, runOnly=["color-contrast"])


def passes(page, context, **options):
    # Axe tells of each element that passes, too, which takes long: what fails is found without.
    found = Axe().run(page, context=context, options={"resultTypes": ["violations"], **options}).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []


def fits(page, width, also=""):
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    right = "all => Math.max(0, ...all.map(node => node.getBoundingClientRect().right))"
    assert page.eval_on_selector_all("figure.chart, .drawing svg, .drawing svg text" + also, right) <= width


def light(page):
    """The budget of a page before a reader touches it: bytes as sent (gzip), script, and elements to lay out."""
    page.wait_for_load_state("networkidle")
    sizes = {url: len(gzip.compress((site.HTML / url.split("/", 3)[3].split("?")[0]).read_bytes())) for url in page.asked}
    assert sum(sizes.values()) <= 150_000
    assert sum(size for url, size in sizes.items() if ".js" in url) <= 40_000
    assert page.evaluate("document.querySelectorAll('*').length") <= ELEMENTS


def holds_the_place_of_charts(page):
    """A chart far from the screen is not laid out, and what follows stands where it will stand when it is."""
    tall = "() => [...document.querySelectorAll('.drawing')].map(node => node.getBoundingClientRect().height)"
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")  # the new width is drawn
    before = page.evaluate(tall)
    page.add_style_tag(content=".drawing{content-visibility:visible!important;aspect-ratio:auto!important}")
    assert page.evaluate(tall) == pytest.approx(before, abs=1)


def presents_itself(page, book):
    assert len(page.locator("meta[name=description]").get_attribute("content")) > 40
    assert page.locator("meta[property='og:title']").get_attribute("content")
    picture = page.locator("meta[property='og:image']").get_attribute("content").removeprefix(citation.address())
    assert (book / picture).read_bytes()[:4] == b"\x89PNG"
    assert page.locator("a.skip-to-content").get_attribute("href") == "#furo-main-content"
    assert page.locator("h1").count() == 1


def links_lead_somewhere(page, book, name):
    found = "all => all.map(node => node.getAttribute('href') || node.getAttribute('src'))"
    for href in set(page.eval_on_selector_all("a[href], link[href], script[src], img[src]", found)):
        if re.match(r"(https?:|mailto:)", href) or href in ("", "#"):
            continue
        target, _, anchor = href.partition("#")
        path = book / (target.split("?")[0] or name)
        assert path.exists(), href
        if anchor and path.suffix == ".html":
            assert f'id="{anchor}"' in read(path), href


def test_every_page_of_the_book_is_in_its_contents():
    written = {f"{path.stem}.html" for path in (ROOT / "book").iterdir() if path.suffix in (".md", ".ipynb")}
    assert written == set(PAGES)


def test_the_contents_are_the_one_order_and_name_teaching_pages_as_they_name_themselves():
    parts = yaml.safe_load(site.TOC.read_text(encoding="utf-8"))["parts"]
    told = {page["file"]: page.get("title") for part in parts for page in part["chapters"]}
    assert [name for name in told if (ROOT / "book" / f"{name}.ipynb").exists()] == list(claims.CHAPTERS)
    teaching = {
        name: (ROOT / "book" / f"teach-{name}.md").read_text(encoding="utf-8").partition("\n")[0] for name in claims.CHAPTERS
    }
    assert teaching == {name: f"# Teaching: {told[f'teach-{name}']}" for name in claims.CHAPTERS}


def test_each_page_has_a_description_and_a_picture_of_its_own(book):
    pages = [read(book / name) for name in PAGES]
    told = [re.findall(r'<meta (?:name|property)="(?:og:)?description" content="([^"]*)"', page) for page in pages]
    assert all(len(both) == 2 and both[0] == both[1] for both in told)
    assert len({both[0] for both in told}) == len(PAGES)
    assert "Was organised crime a cause of Mali" in told[PAGES.index("mali-roots.html")][0]  # a linked term is part of it
    assert not [both[0] for both in told if ",," in both[0] or "Time" in both[0].split()[-8:]]  # and the table is not
    pictures = [
        re.search(r'<meta property="og:image" content="([^"]*)"', page)[1].removeprefix(citation.address()) for page in pages
    ]
    assert len({(book / picture).read_bytes() for picture in pictures}) == len(PAGES)


@pytest.mark.parametrize("name", [*PAGES, "search.html"])
def test_a_page_is_sound(visit, book, name):
    """Opened once: light, named, its links whole, accessible in light and dark, no wider than a phone, no error."""
    page = visit(name)
    links_lead_somewhere(page, book, name)
    if name != "search.html":
        presents_itself(page, book)
        light(page)
    accessible(page)
    legible(page)
    page.emulate_media(color_scheme="dark")
    legible(page)  # nothing else differs
    fits(page, 390)
    fits(page, 320)
    holds_the_place_of_charts(page)
    page.emulate_media(media="print")
    page.evaluate("document.querySelectorAll('details.data').forEach((details) => (details.open = true))")
    fits(page, 794, also=", article table")  # A4, nothing scrolls on paper
    assert page.trouble == []
