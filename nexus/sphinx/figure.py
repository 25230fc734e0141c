"""Turn a stored Vega-Lite specification into the book's figure: two SVGs, table, source, controls."""

import copy
import html
import json
import re

import vl_convert
from docutils import nodes
from myst_nb.core.render import MimeRenderPlugin

from nexus import charts, tables

VL_VERSION = "6.4"  # of the vl-convert bundle; a test holds it against altair's own constant


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
        if "hconcat" in spec:
            spec["vconcat"] = spec.pop("hconcat")
        # A mark named "wide…" is a secondary label: the phone leaves it to the table.
        for part in _walk(spec):
            if isinstance(part.get("layer"), list):
                part["layer"] = [x for x in part["layer"] if not str(x.get("name", "")).startswith("wide")]
    composed = [part for part in _walk(spec) if "mark" in part or "layer" in part]
    if any(key in spec for key in ("facet", "vconcat", "hconcat", "concat", "repeat")) or "facet" in str(
        [list(part.get("encoding", {})) for part in composed]
    ):
        _fit_panels(spec, composed, width, narrow)
    return spec


def _fit_panels(spec, parts, width, narrow):
    """Composed charts do not fit by themselves: set the panels' width, measure, correct once."""
    panels = 1
    for part in [spec, *parts]:
        column = part.get("encoding", {}).get("facet") or part.get("facet") or {}
        columns = part.get("columns") or (column.get("columns") if isinstance(column, dict) else None)
        if columns:
            panels = 1 if narrow else columns
            (part if "columns" in part else column)["columns"] = panels
    if "hconcat" in spec:
        panels = len(spec["hconcat"])
    room = width
    for _ in range(2):
        for part in parts:
            part["width"] = max(60, round(room / panels))
        svg = vl_convert.vegalite_to_svg(spec, vl_version=VL_VERSION)
        room += width - float(re.search(r'width="([\d.]+)"', svg).group(1))


def svg(spec, width, css_class, prefix, label):
    """An inline SVG: named, without fonts or inner roles, ids made unique by `prefix`."""
    drawn = vl_convert.vegalite_to_svg(canvas(spec, width), vl_version=VL_VERSION)
    drawn = re.sub(r'\s(?:aria-[a-z]+|role|font-family|xmlns:xlink|version)="[^"]*"', "", drawn)
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


def figure(spec, key):
    """The whole figure as HTML. `{root}` stands for the way to the site's root."""
    charts.check(spec)
    title, subtitle = charts.title_of(spec)
    source = tables.source_line(spec["usermeta"]["tables"])
    live = ""
    if spec.get("params"):
        payload = json.dumps(canvas(spec, charts.WIDE), separators=(",", ":")).replace("<", "\\u003c")
        live = f'<script type="application/json" class="live">{payload}</script>'
    note = spec["usermeta"].get("note")
    drawing = svg(spec, charts.WIDE, "cw", f"{key}w-", spec["description"]) + svg(
        spec, charts.NARROW, "cn", f"{key}n-", spec["description"]
    )
    return (
        f'<figure class="chart" data-chart aria-labelledby="{key}" id="fig-{key}">'
        f'<figcaption><p class="f-title" id="{key}">{html.escape(title)}</p><p class="f-sub">{html.escape(subtitle)}</p>'
        f"</figcaption>{controls(spec, key)}"
        f'<div class="drawing">{drawing}</div>{live}'
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
