"""The book's Altair theme and renderer: `from nexus import charts` switches both on.

The renderer stores the Vega-Lite specification itself, and nothing drawn from it. JupyterLab
draws it live with its own Vega, and the book draws it as an inline SVG when it is built
(`nexus.sphinx.figure`), so a stored output depends on no font and no machine.
"""

import re

import altair as alt

from nexus import tables

# JupyterLab 4 has a viewer for this type and none for version 6; it draws Altair 6's charts.
MIME = "application/vnd.vegalite.v5+json"

# Meaning of each colour: the book uses a hue for one thing only. The hexes are those of the
# light page; nexus.css maps each of them to its counterpart on the dark page.
INK, INK_2, EDGE, RULE, PAPER = "#1a1f26", "#4a525b", "#7a8187", "#d5d8d6", "#fbfbf9"
STATE, NONSTATE, ONESIDED = "#3a80c8", "#b0762f", "#7a2069"  # UCDP's types of violence
MALI, CAR, OTHER = "#063f36", "#54510a", "#7f8489"
CATEGORY = [STATE, NONSTATE, ONESIDED, MALI, CAR, OTHER]
SEQUENTIAL = ["#dbebf2", "#a3cbde", "#5fa2c4", "#2e7097", "#0f4064"]
DIVERGING = ["#0a4475", "#3c7aab", "#8fb7d4", "#e8e8e5", "#dbb68d", "#b37238", "#723e14"]
PALETTE = {INK, INK_2, EDGE, RULE, PAPER, *CATEGORY, *SEQUENTIAL, *DIVERGING}

WIDE, NARROW = 640, 330  # units of the two canvases of the book: desktop and phone


@alt.theme.register("nexus", enable=True)
def theme():
    """The book's Vega-Lite configuration: direct labels, few lines, one palette."""
    return {
        "config": {
            "background": None,
            "font": "Helvetica Neue, Arial, sans-serif",
            "padding": {"left": 8, "right": 6, "top": 6, "bottom": 2},
            "autosize": {"type": "fit", "contains": "padding"},
            "view": {"stroke": None, "continuousWidth": WIDE, "discreteWidth": WIDE, "continuousHeight": 300},
            "title": {
                "anchor": "start", "frame": "bounds", "fontSize": 14, "fontWeight": 600, "color": INK, "offset": 12,
                "subtitleFontSize": 13, "subtitleColor": INK_2, "subtitlePadding": 4,
            },
            "axis": {
                "labelFontSize": 13, "titleFontSize": 13, "labelColor": INK_2, "titleColor": INK_2,
                "titleFontWeight": "normal", "gridColor": RULE, "domain": False, "ticks": False, "labelPadding": 6,
                "labelOverlap": "greedy",
            },
            "axisX": {
                "grid": False, "domain": True, "ticks": True, "domainColor": EDGE, "tickColor": EDGE,
                "tickSize": 4, "labelPadding": 4, "labelAngle": 0, "labelFlush": False,
            },
            "axisY": {"title": None, "labelLimit": 220},
            "header": {"labelFontSize": 14, "labelFontWeight": 600, "labelColor": INK, "labelAnchor": "start",
                       "title": None},
            "legend": {"disable": True},
            "line": {"strokeWidth": 2.25, "strokeCap": "round", "strokeJoin": "round"},
            "point": {"filled": True, "size": 70, "opacity": 1},
            "area": {"opacity": 0.25, "line": False},
            "bar": {"cornerRadius": 0},
            "rule": {"color": EDGE},
            "text": {"color": INK, "fontSize": 13},
            "range": {"category": CATEGORY, "ordinal": SEQUENTIAL, "ramp": SEQUENTIAL, "diverging": DIVERGING},
        }
    }  # fmt: skip


def title_of(spec):
    """The title and subtitle of a specification as two strings ("" where there is none)."""
    title = spec.get("title") or ""
    if isinstance(title, dict):
        parts = title.get("text", ""), title.get("subtitle", "")
    else:
        parts = title, ""
    return tuple(" ".join(part) if isinstance(part, list) else part for part in parts)


def _colours(value, key=""):
    """Every colour written in a specification, outside its data."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in ("datasets", "data", "config", "usermeta"):
                yield from _colours(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _colours(inner, key)
    elif isinstance(value, str):
        if re.fullmatch(r"#[0-9a-fA-F]{3,8}", value):
            yield value
        elif re.fullmatch(r"color|fill|stroke|(.+[a-z])Color", key) and re.fullmatch(r"[a-z]+", value):
            yield value


def check(spec):
    """Refuse a chart that a reader could not find, hear or trace.

    Raises ValueError with one line for each thing to add: title, description (the text
    alternative), the tables it draws, and colours outside the book's palette.
    """
    missing = []
    title, subtitle = title_of(spec)
    if not title:
        missing.append("a title that states the finding: .properties(title=alt.Title('…', subtitle='…'))")
    elif not subtitle:
        missing.append("a subtitle with measure, unit, place and years: title=alt.Title('…', subtitle='…')")
    if len(re.findall(r"[.?!](?:\s|$)", spec.get("description", ""))) < 2:
        missing.append("a text alternative of two or three sentences: .properties(description='…')")
    used = (spec.get("usermeta") or {}).get("tables")
    if not used:
        missing.append("the tables it draws: .properties(usermeta={'tables': ['name of a file in data/']})")
    for name in used or []:
        try:
            tables.resource(name)
        except ValueError as error:
            missing.append(f"a known table in usermeta: {error}")
    foreign = sorted({colour for colour in _colours(spec)} - PALETTE - {"transparent"})
    if foreign:
        missing.append(f"colours of the book instead of {', '.join(foreign)}: see nexus.charts, e.g. charts.MALI")
    if missing:
        raise ValueError("This chart is not ready for a reader. Add to the chart, at its end:\n- " + "\n- ".join(missing))


def _mimebundle(spec, **options):
    check(spec)
    title, subtitle = title_of(spec)
    return {MIME: spec, "text/plain": f"{title}\n{subtitle}\n\n{spec['description']}"}


alt.renderers.register("nexus", _mimebundle)
alt.renderers.enable("nexus")
