"""What every page and the site as a whole get: styles, downloads, social picture, data files."""

import html
import re
import shutil
from pathlib import Path

import vl_convert
from docutils import nodes
from sphinx.transforms import SphinxTransform

from nexus import charts
from nexus.bundles import bundle, exercise_zip
from nexus.sphinx.figure import VL_VERSION
from nexus.tables import DATA

# Jupyter Book loads these on every page, used or not.
UNUSED = ("thebe", "togglebutton", "sphinx-design", "design-tabs", "mathjax", "require", "sphinx-book-theme",
          "clipboard", "copybutton")  # fmt: skip
STATIC = Path(__file__).parent / "static"


def size(count):
    """A file size for people: 13 KB."""
    return f"{max(1, round(count / 1024)):,} KB"


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
        notebook, archive = source.stat().st_size, len(bundle(source))
        root = "../" * docname.count("/")
        links = (
            f'<ul class="downloads"><li><a href="{root}downloads/{source.stem}.zip" download>Download notebook and data</a> '
            f"<span>zip, {size(archive)}</span></li>"
            f'<li><a href="{root}downloads/{source.name}" download>The notebook alone</a> '
            f"<span>ipynb, {size(notebook)}</span></li>"
        )
        exercise = exercise_zip(source.stem)
        if exercise:
            links += (
                f'<li><a href="{root}downloads/exercise-{source.stem}.zip" download>Exercise set</a> '
                f"<span>zip, {size(len(exercise))}</span></li>"
            )
        links += "</ul>"
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
        context["metatags"] = context.get("metatags", "") + (
            f'<meta property="og:image" content="{address}"><meta name="twitter:card" content="summary_large_image">'
        )


def finish(app, error):
    """Write the data, the downloads and the Vega bundle that interactive charts load on demand."""
    if error or app.builder.format != "html":
        return
    out = Path(app.outdir)
    (out / "data").mkdir(exist_ok=True)
    for path in sorted(DATA.iterdir()):
        shutil.copyfile(path, out / "data" / path.name)
    (out / "downloads").mkdir(exist_ok=True)
    for docname in app.env.found_docs:
        source = Path(app.env.doc2path(docname))
        if source.suffix == ".ipynb":
            (out / "downloads" / f"{source.stem}.zip").write_bytes(bundle(source))
            shutil.copyfile(source, out / "downloads" / source.name)
            if exercise := exercise_zip(source.stem):
                (out / "downloads" / f"exercise-{source.stem}.zip").write_bytes(exercise)
    # A function of its own: the bundle's short names must not meet another script's.
    vega = f"(() => {{{vl_convert.javascript_bundle(vl_version=VL_VERSION)}}})();"
    (out / "_static" / "vega.js").write_text(vega, encoding="utf-8")


def setup(app):
    app.connect("config-inited", configure)
    app.add_transform(Downloads)
    app.add_transform(Headers)
    app.connect("html-page-context", present, priority=900)
    app.connect("build-finished", finish)
