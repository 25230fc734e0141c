"""The page Data: every table with its card, its first rows, a sketch, its file, and where it is used."""

import html
from collections import defaultdict
from itertools import cycle

import altair as alt
import nbformat

from nexus import charts, citation, claims, references, tables
from nexus.notebooks import chapters
from nexus.sphinx import figure
from nexus.sphinx.cite import shown
from nexus.sphinx.pages import size

esc = html.escape
FIRST = 3  # rows shown


def used_by():
    """Chapters that read or describe each table: {table: [chapter, …]}."""
    found = defaultdict(list)
    for path in chapters():
        for name in tables.read_by(nbformat.read(path, as_version=4).cells):
            found[name].append(path.stem)
    return found


def points(entry, rows):
    """The points of a table's sketch: (series, x, y), as its entry says (`sketch`)."""
    how = entry["sketch"]
    rows = [row for row in rows if all(row[key] == value for key, value in how.get("where", {}).items())]
    rows = [row for row in rows if "only" not in how or row[how["by"]] in how["only"]]
    grouped = defaultdict(list)
    for row in rows:
        x = row[how["x"]]
        year = float(x[:4]) + (float(x[5:7]) - 1) / 12 if x[4:5] == "-" and how["y"] != "count" else float(x[:4])
        value = 1.0 if how["y"] == "count" else row[how["y"]]
        if value != "":
            grouped[row.get(how.get("by"), ""), year].append(float(value))
    join = max if how.get("agg") == "max" else sum
    return [(series, x, join(values)) for (series, x), values in sorted(grouped.items())]


def sketch(entry, rows):
    """A small line drawing of a table, with its words ("" where the entry asks for none)."""
    if "sketch" not in entry:
        return ""
    data = [{"series": series, "x": x, "y": y} for series, x, y in points(entry, rows)]
    names = sorted({point["series"] for point in data})
    colours = {"MLI": charts.MALI, "Mali": charts.MALI, "MINUSMA": charts.MALI, "CAF": charts.CAR, "CAR": charts.CAR,
               "MINUSCA": charts.CAR, "": charts.STATE}  # fmt: skip
    spare = cycle([charts.STATE, charts.NONSTATE, charts.OTHER])
    palette = [colours.get(name) or next(spare) for name in names]
    spec = (
        alt.Chart(alt.Data(values=data), width=220, height=44)
        .mark_line(strokeWidth=1.75)
        .encode(
            x=alt.X("x:Q", axis=None, scale=alt.Scale(zero=False, nice=False)),
            y=alt.Y("y:Q", axis=None),
            color=alt.Color("series:N", scale=alt.Scale(domain=names, range=palette)),
        )
    )
    years = [point["x"] for point in data]
    fields = {field["name"]: field["description"] for field in entry["schema"]["fields"]}
    what = fields.get(entry["sketch"]["y"], f"Rows: {entry['unit_of_analysis']}")
    words = f"{what}, {min(years):.0f} to {max(years):.0f}"
    line = '<svg width="18" height="6" aria-hidden="true"><path d="M0 3h18" stroke="{}" stroke-width="3"/></svg>'
    legend = "".join(
        f' <span class="key">{line.format(colour)} {esc(name)}</span>'
        for name, colour in zip(names, palette, strict=True)
        if name
    )
    drawn = figure.svg(spec.properties(description=f"{entry['title']}: {words}").to_dict(), "sk", f"sk-{entry['name']}-")
    return f'<div class="sketch chart">{drawn}<p class="meta">{esc(words)}{legend}</p></div>'


def first_rows(rows, name):
    """The first rows of a table as HTML; long cells are cut."""
    head = "".join(f'<th scope="col">{esc(column)}</th>' for column in rows[0])

    def cell(value):
        return f"<td>{esc(value if len(value) <= 90 else value[:88] + '…')}</td>" if value else '<td class="nf">blank</td>'

    body = "".join("<tr>" + "".join(map(cell, row.values())) + "</tr>" for row in rows[:FIRST])
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="First rows of {name}"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _entry(entry, chapters_):
    """One table: title, sketch, facts in a line, and its card and first rows behind a disclosure."""
    name, title = entry["name"], esc(entry["title"])
    card, file = tables.card(name), tables.DATA / entry["path"]
    facts = [f'<a href="data/{file.name}" download>{file.name}</a> ({size(file.stat().st_size)})', card.extent]
    facts.append(esc(tables.licence(entry)))
    cited = [f'<a href="references.html#{key}">{esc(references.short(key))}</a>' for key in entry.get("cite", [])]
    facts += [f"cite {', '.join(cited)}"] if cited else []
    facts += [f"used in {', '.join(chapters_)}"] if chapters_ else []
    return (
        f'<section class="table-entry" id="{name}"><h3>{title}</h3><p>{esc(entry["description"])}</p>{sketch(entry, card.rows)}'
        f'<p class="meta">{" · ".join(facts)}</p>'
        f'<details><summary>Card and first rows<span class="visually-hidden"> of {title}</span></summary>'
        f"{card._repr_html_()}{first_rows(card.rows, name)}"
        f'<p class="card-title"><strong>How to cite it</strong></p>{shown(*citation.of_table(entry))}</details></section>'
    )


def tables_list(env):
    """All tables by topic, and what was left out."""
    uses, groups = used_by(), defaultdict(list)
    for entry in tables.package()["resources"]:
        groups[entry["topic"]].append(entry)
    anchors = {topic: topic.replace(" ", "-").lower() for topic in groups}
    contents = " · ".join(f'<a href="#{anchor}">{esc(topic[0].upper() + topic[1:])}</a>' for topic, anchor in anchors.items())
    parts = [f'<nav aria-label="Topics"><p class="meta">{contents} · <a href="#left-out">Left out, and why</a></p></nav>']
    for topic, entries in groups.items():
        parts.append(f'<h2 id="{anchors[topic]}">{esc(topic[0].upper() + topic[1:])}</h2>')
        for entry in entries:
            found = [chapter for chapter in uses[entry["name"]] if chapter in env.titles]
            links = [f'<a href="{chapter}.html">{esc(claims.CHAPTERS.get(chapter, chapter))}</a>' for chapter in found]
            parts.append(_entry(entry, links))
    left = "".join(f"<li><b>{esc(item['title'])}.</b> {esc(item['reason'])}</li>" for item in tables.package()["left_out"])
    return f'{"".join(parts)}<h2 id="left-out">Left out, and why</h2><ul>{left}</ul>'
