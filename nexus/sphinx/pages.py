"""What every page and the site as a whole get: styles, downloads, social picture, data files."""

import html
import re
import shutil
from importlib import metadata
from pathlib import Path

import vl_convert
from docutils import nodes
from sphinx.transforms import SphinxTransform

from nexus import charts, editions, tables
from nexus.bundles import bundle, data_zip, exercise_zip
from nexus.sphinx.figure import VL_VERSION

# Jupyter Book loads these on every page, used or not.
UNUSED = ("thebe", "togglebutton", "sphinx-design", "design-tabs", "mathjax", "require", "sphinx-book-theme",
          "clipboard", "copybutton")  # fmt: skip
STATIC = Path(__file__).parent / "static"


def size(count):
    """A file size for people: 13 KB, 5.1 MB."""
    if count >= 1024**2:
        return f"{count / 1024**2:.1f} MB"
    return f"{max(1, round(count / 1024)):,} KB"


def offer(name, words, count, edition=""):
    """One file of downloads/ as an item of a list. What says when it was made is no part of the offline edition."""
    mark, made = (" data-edition", f", made {edition}") if edition else ("", "")
    return (
        f'<li{mark}><a href="downloads/{name}" download>{html.escape(words)}</a> '
        f"<span>{name.rpartition('.')[2]}, {size(count)}{made}</span></li>"
    )


def configure(app, config):
    """Our styles and script after the theme's; Jupyter Book's own extras that the page does not use go."""
    config.html_static_path.append(str(STATIC))
    config.templates_path.append(str(STATIC.parent / "templates"))
    app.add_css_file("nexus.css", priority=900)
    app.add_js_file("nexus.js", priority=900, loading_method="defer")


class Downloads(SphinxTransform):
    """Under the header of a chapter: the chapter with its data, to run anywhere."""

    default_priority = 960

    def apply(self):
        docname = self.env.docname
        source = Path(self.env.doc2path(docname))
        if source.suffix != ".ipynb":
            return
        files = {
            f"{source.stem}.zip": ("Download notebook and data", len(bundle(source))),
            source.name: ("The notebook alone", source.stat().st_size),
        }
        if exercise := exercise_zip(source.stem):
            files[f"exercise-{source.stem}.zip"] = ("Exercise set", len(exercise))
        self.env.metadata[docname]["nexus_downloads"] = files  # for the page Downloads
        links = f'<ul class="downloads">{"".join(offer(name, *told) for name, told in files.items())}</ul>'
        section = next(self.document.findall(nodes.section))
        facts = next(i for i, child in enumerate(section.children) if isinstance(child, nodes.table | nodes.section))
        section.insert(facts + 1, nodes.raw("", links, format="html"))


def social_card(title):
    """A 1200 × 630 picture with the page's title (PNG bytes)."""
    words, lines = title.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 26:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    text = "".join(
        f'<text x="80" y="{250 + 84 * i}" font-size="68" font-weight="bold">{html.escape(line)}</text>'
        for i, line in enumerate(lines[:4])
    )
    return vl_convert.svg_to_png(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="serif" fill="{charts.INK}">'
        f'<rect width="1200" height="630" fill="{charts.PAPER}"/><rect x="80" y="96" width="96" height="8"/>'
        f'<text x="80" y="150" font-size="34" fill="{charts.INK_2}">Nexus</text>{text}</svg>',
        scale=1,
    )


def described(file):
    """Name and inline text of a script or style sheet that Sphinx is about to write."""
    return f"{getattr(file, 'filename', file)} {getattr(file, 'attributes', {}).get('body', '')}".lower()


class Headers(SphinxTransform):
    """pandas leaves the corner of a table an empty header cell, which a screen reader announces."""

    default_priority = 970

    def apply(self):
        for raw in list(self.document.findall(nodes.raw)):
            if "dataframe" in raw.astext():
                raw.parent.replace(raw, nodes.raw("", raw.astext().replace("<th></th>", "<td></td>"), format="html"))


def summary(body, least=60, most=200):
    """What a page says of itself: its first paragraph, or its first two where one is short, as plain words."""
    body = re.sub(r"<(button|script|style|table|ul|details)\b.*?</\1>|<div class=\"ev-note.*?</div>", "", body, flags=re.DOTALL)
    told = ""
    for paragraph in re.findall(r"<p\b[^>]*>(.*?)</p>", body, re.DOTALL):
        told = f"{told} {html.unescape(re.sub(r'<[^>]+>', '', paragraph))}".strip()
        if len(told) >= least:
            break
    told = " ".join(told.split())
    return told if len(told) <= most else told[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def described_by(tags, words, address):
    """Open Graph's tags with our description: its own leaves out linked terms and runs on into tables.

    The page's own address is told where it is a public one ("" where the book has none).
    """
    words = html.escape(words, quote=True)
    tags = re.sub(r'(<meta (?:name|property)="(?:og:)?description" content=")[^"]*', lambda found: found[1] + words, tags)
    told = f'<meta property="og:url" content="{address}" />' if address else ""
    return re.sub(r'<meta property="og:url"[^>]*>', told, tags)


def present(app, pagename, templatename, context, doctree):
    """Each page loads only what it uses, and a page of the book names its own picture."""
    for key in ("script_files", "css_files"):
        files = context.get(key, [])
        context[key] = [file for file in files if not any(word in described(file) for word in UNUSED)]
    # MyST-NB names its "Show the code" buttons otherwise than they read.
    body = context.get("body", "").replace(' aria-label="Toggle hidden content"', "")
    # An empty corner of a Markdown table is no header, either.
    context["body"] = re.sub(r'<th class="head[^"]*">(?:<p></p>)?</th>', "<td></td>", body)
    # Furo gives its captions the role of a heading without a level.
    tree = context.get("furo_navigation_tree", "")
    context["furo_navigation_tree"] = tree.replace('role="heading"', 'role="heading" aria-level="2"')
    if doctree:
        title = html.unescape(re.sub(r"<[^>]+>", "", context["title"]))
        target = Path(app.outdir) / "_static" / "social" / f"{pagename.replace('/', '-')}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(social_card(title))
        # Absolute once _config.yml gives the address of the published book.
        base = app.config.html_baseurl.rstrip("/")
        address = f"{base}/_static/social/{target.name}" if base else context["pathto"](f"_static/social/{target.name}", 1)
        context["metatags"] = described_by(context.get("metatags", ""), summary(body), base and context["pageurl"]) + (
            f'<meta property="og:image" content="{address}"><meta name="twitter:card" content="summary_large_image">'
        )


def finish(app, error):
    """Write the data, the downloads and the Vega bundle that interactive charts load on demand."""
    if error or app.builder.format != "html":
        return
    out = Path(app.outdir)
    (out / "data").mkdir(exist_ok=True)
    for path in tables.files():
        shutil.copyfile(path, out / "data" / path.name)
    (out / "downloads").mkdir(exist_ok=True)
    for docname in app.env.found_docs:
        source = Path(app.env.doc2path(docname))
        if source.suffix == ".ipynb":
            (out / "downloads" / f"{source.stem}.zip").write_bytes(bundle(source))
            shutil.copyfile(source, out / "downloads" / source.name)
            if exercise := exercise_zip(source.stem):
                (out / "downloads" / f"exercise-{source.stem}.zip").write_bytes(exercise)
    (out / "downloads" / editions.DATA).write_bytes(data_zip())
    for path in (out / "downloads").iterdir():
        if editions.is_edition(path.name):
            path.unlink()  # it may have been made for an older book, and removed since
    for name, path in editions.made().items():
        shutil.copyfile(path, out / "downloads" / name)
    write_vega(out / "_static" / "vega.js")


def write_vega(target):
    """Vega for the charts that a reader moves, once for each version: it takes long to make, and a reader may be loading it."""
    version = f"// vl-convert {metadata.version('vl-convert-python')}, Vega-Lite {VL_VERSION}\n"
    if target.exists():
        with open(target, encoding="utf-8") as file:
            if file.readline() == version:
                return
    # A function of its own: the bundle's short names must not meet another script's.
    library = vl_convert.javascript_bundle(vl_version=VL_VERSION)  # type: ignore[call-arg]  # its stub wants a snippet
    target.write_text(f"{version}(() => {{{library}}})();", encoding="utf-8")


def setup(app):
    app.connect("config-inited", configure)
    app.add_transform(Downloads)
    app.add_transform(Headers)
    app.connect("html-page-context", present, priority=900)
    app.connect("build-finished", finish)
