"""Turn a stored Vega-Lite specification into the book's figure: two SVGs, table, source, controls."""

import copy
import html
import json
import math
import re

import vl_convert
from docutils import nodes
from myst_nb.core.render import MimeRenderPlugin

from nexus import charts, tables

VL_VERSION = "6.4"  # of the vl-convert bundle; a test holds it against altair's own constant


PANELS = {"facet", "row", "column"}  # channels that split a chart into panels


def _walk(value):
    """Every dict inside a specification, the data left out."""
    if isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key not in ("datasets", "data", "config", "usermeta"):
                yield from _walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner)


def _views(value):
    """The parts of a specification that have a width of their own; layers share one."""
    if isinstance(value, list):
        for inner in value:
            yield from _views(inner)
    elif isinstance(value, dict):
        if "mark" in value or "layer" in value:
            yield value
        else:
            yield from _views([value[key] for key in ("spec", "concat", "hconcat", "vconcat") if key in value])


def canvas(spec, width):
    """The specification for one canvas: no title (that is HTML), fitted to `width` units."""
    spec = copy.deepcopy(spec)
    spec.pop("title", None)
    config = spec["config"]
    narrow = width <= charts.NARROW
    config["view"] |= {"continuousWidth": width, "discreteWidth": width}
    # Units stand in the subtitle, and the table's head has the titles: the canvas is for the data.
    for part in _walk(spec):
        for name, channel in part.get("encoding", {}).items():
            if name in ("x", "y") and isinstance(channel, dict) and channel.get("axis", {}) is not None:
                channel["axis"] = {**channel.get("axis", {}), "title": None}
    if narrow:
        config["axis"] |= {"labelFontSize": 12.5, "titleFontSize": 12.5}
        config["axisY"] |= {"labelLimit": 130}
        _stack(spec)
    views = list(_views(spec))
    if views != [spec] or PANELS & spec.get("encoding", {}).keys():
        config["autosize"] = "pad"  # Vega fits single views only; panels are measured
        _fit(spec, views, width)
    return spec


def _stack(spec):
    """Panels side by side go below each other, and secondary labels are left to the table."""
    if "hconcat" in spec:
        spec["vconcat"] = spec.pop("hconcat")
    for part in _walk(spec):
        if "columns" in part:
            part["columns"] = 1
        if "column" in part.get("encoding", {}):
            part["encoding"]["row"] = part["encoding"].pop("column")
        if isinstance(part.get("layer"), list):  # a mark named "wide…" is a secondary label
            part["layer"] = [x for x in part["layer"] if not str(x.get("name", "")).startswith("wide")]


def _fit(spec, views, width):
    """Composed charts do not fit by themselves: measure what their panels may take."""

    def drawn(panel):
        for view in views:
            view["width"] = panel
        made = vl_convert.vegalite_to_svg(spec, vl_version=VL_VERSION)
        return float(re.findall(r'width="([\d.]+)"', made)[0])

    panels = max(1, round((drawn(300) - drawn(200)) / 100))  # side by side
    panel = width // panels
    # Labels between the panels need more or less room with their width: narrow them until all fits.
    while (over := drawn(panel) - width) > 0 and panel > 60:
        panel = max(60, panel - math.ceil(over / panels))


# What Vega writes beside a drawing: names for its own use, what holds anyway, and frames that nobody sees.
DEFAULTS = r'\s(?:(?:aria-[a-z]+|class|role|font-family|pointer-events|xmlns:xlink|version)="[^"]*"|(?:opacity|stroke-width)="1")'
HIDDEN = r'<path d="[^"]*"(?: display="none")?/>'


def svg(spec, css_class, prefix):
    """An inline SVG of one canvas: named, without fonts or inner roles, ids made unique by `prefix`."""
    label = spec["description"]
    drawn = vl_convert.vegalite_to_svg(spec, vl_version=VL_VERSION)
    drawn = re.sub(HIDDEN, "", re.sub(DEFAULTS, "", drawn))
    drawn = re.sub(r'(id="|url\(#|href="#)', rf"\g<1>{prefix}", drawn)
    drawn = re.sub(r"\d+\.\d{3,}", lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), drawn)
    drawn = re.sub(r"<svg ", f'<svg class="{css_class}" role="img" aria-label="{html.escape(label)}" ', drawn, count=1)
    return re.sub(r'(<svg [^>]*?) width="[\d.]+" height="[\d.]+"', r"\1", drawn, count=1)


def plotted(spec):
    """Columns (field, heading) and rows of a chart: what its encodings show, in reading order."""
    fields = {}
    for part in _walk(spec):
        for name, channel in part.get("encoding", {}).items():
            for definition in channel if isinstance(channel, list) else [channel]:
                field = definition.get("field") if isinstance(definition, dict) else None
                if field and name not in ("order", "tooltip"):
                    title = definition.get("title") or (definition.get("axis") or {}).get("title")
                    fields[field] = fields.get(field) or title or (definition.get("header") or {}).get("title")
    rows = max(spec.get("datasets", {}).values(), key=len, default=[])  # the others hold labels
    held = list(rows[0]) if rows else []
    if set(fields) - set(held):  # computed in the chart: show what it is computed from
        fields = {field: fields.get(field) for field in held}
    columns = [(field, title or field.replace("_", " ")) for field, title in fields.items() if field in held]
    seen, unique = set(), []
    for row in rows:
        shown = tuple(row.get(field) for field, _ in columns)
        if shown not in seen and any(value is not None for value in shown):
            seen.add(shown)
            unique.append(shown)
    return columns, unique


def _cell(value):
    if value is None:
        return '<td class="nf">not found</td>'
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"<td>{html.escape(str(value))}</td>"
    whole = float(value).is_integer()
    plain = f"{value:.0f}" if whole and 1500 < value < 2100 else f"{value:,.0f}" if whole else f"{value:,.4g}"
    return f'<td class="n">{plain}</td>'


def data_table(spec, label):
    """The chart's rows as a table inside a disclosure, with links to the files they come from."""
    columns, rows = plotted(spec)
    head = "".join(f'<th scope="col">{html.escape(title)}</th>' for _, title in columns)
    body = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
    files = "".join(f'<li><a href="{{root}}data/{name}.csv" download>{name}.csv</a></li>' for name in spec["usermeta"]["tables"])
    return (
        f'<details class="data"><summary>Data</summary><div class="scroll" tabindex="0" role="region" '
        f'aria-label="Data: {html.escape(label)}"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
        f'<p>Full tables:</p><ul class="files">{files}</ul></details>'
    )


def controls(spec, key):
    """HTML controls for the parameters that a reader can set; they wake the live chart."""
    made = []
    for param in spec.get("params", []):
        bind = param.get("bind")
        if not isinstance(bind, dict) or "input" not in bind:
            continue
        selection = param.get("select")
        fields = selection.get("fields", []) if isinstance(selection, dict) else []
        signal = f"{param['name']}_{fields[0]}" if fields else param["name"]
        value = param.get("value")
        value = value[0].get(fields[0]) if fields and isinstance(value, list) else value
        label, ident = html.escape(bind.get("name") or param["name"]).strip(" :"), f"{key}-{param['name']}"
        if bind["input"] == "range":
            made.append(
                f'<div class="control"><label for="{ident}">{label}: <output>{value}</output></label><input type="range" '
                f'id="{ident}" data-signal="{signal}" min="{bind["min"]}" max="{bind["max"]}" '
                f'step="{bind.get("step", 1)}" value="{value}"></div>'
            )
            continue
        names = bind.get("labels") or bind["options"]
        options = "".join(
            f'<label><input type="radio" name="{ident}" data-signal="{signal}" value="{html.escape(json.dumps(option))}"'
            f"{' checked' if option == value else ''}> <span>{html.escape(str(name))}</span></label>"
            for option, name in zip(bind["options"], names, strict=True)
        )
        made.append(f'<fieldset class="control"><legend>{label}</legend><div class="seg">{options}</div></fieldset>')
    return f'<div class="controls">{"".join(made)}</div>' if made else ""


def drawing(wide, narrow, key):
    """Both canvases of a chart. Their proportions hold the place of a chart that is not yet laid out (nexus.css)."""
    drawn = [svg(wide, "cw", f"{key}w-"), svg(narrow, "cn", f"{key}n-")]
    across, tall = ("/".join(re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', made)[0]) for made in drawn)
    return f'<div class="drawing" style="--wide:{across};--narrow:{tall}">{"".join(drawn)}</div>'


def figure(spec, key):
    """The whole figure as HTML. `{root}` stands for the way to the site's root."""
    charts.check(spec)
    title, subtitle = charts.title_of(spec)
    source = tables.source_line(spec["usermeta"]["tables"])
    wide, narrow = canvas(spec, charts.WIDE), canvas(spec, charts.NARROW)
    live = ""
    if spec.get("params"):
        payload = json.dumps(wide, separators=(",", ":")).replace("<", "\\u003c")
        live = f'<script type="application/json" class="live">{payload}</script>'
    note = spec["usermeta"].get("note")
    return (
        f'<figure class="chart" data-chart aria-labelledby="{key}" id="fig-{key}">'
        f'<figcaption><p class="f-title" id="{key}">{html.escape(title)}</p><p class="f-sub">{html.escape(subtitle)}</p>'
        f"</figcaption>{controls(spec, key)}"
        f"{drawing(wide, narrow, key)}{live}"
        f'<p class="f-src">Source: {html.escape(source)}.{" " + html.escape(note) if note else ""}</p>'
        f"{data_table(spec, title)}</figure>"
    )


class ChartRenderer(MimeRenderPlugin):
    """MyST-NB calls this for every chart output."""

    mime_priority_overrides = [("*", charts.MIME, 1)]

    @staticmethod
    def handle_mime(renderer, data, inline):
        if data.mime_type != charts.MIME:
            return None
        env = renderer.renderer.sphinx_env
        docname = env.docname
        number = env.temp_data["nexus_charts"] = env.temp_data.get("nexus_charts", 0) + 1
        key = f"{docname.replace('/', '-')}-chart-{number}"
        root = "../" * docname.count("/")
        spec = data.content if isinstance(data.content, dict) else json.loads(data.content)
        return [nodes.raw("", figure(spec, key).replace("{root}", root), format="html")]
