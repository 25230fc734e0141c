"""The lists of the pages Claims, Known doubts, Timeline and Glossary; `late` puts them in."""

import html
from datetime import date

import altair as alt

from nexus import charts, claims, glossary, tables
from nexus.sphinx import figure
from nexus.sphinx.marks import doubt_links, glyph, link

LANES = {"mali": "Mali", "car": "Central African Republic", "world": "World"}
VERDICTS = {
    "misprint_confirmed": "Misprint, confirmed",
    "misprint_likely": "Misprint, likely",
    "not_comparable": "Numbers that count different things",
    "wording": "A word that promises more than the evidence",
    "inconsistent": "The document says two things",
    "missing": "Missing from the copy read",
    "open": "Could not be settled",
}
esc = html.escape


def label(value):
    return value.replace("_", " ")


def filters(target, noun, choices):
    """A form that narrows the list `target`: a search box and a menu for each of `choices`.

    `choices` is {name: (legend, {value: words})}; an item matches a value that stands in its data-<name>.
    Without script the form is hidden and the whole list stays.
    """
    menus = ""
    for name, (legend, options) in choices.items():
        listed = "".join(f'<option value="{esc(value)}">{esc(words)}</option>' for value, words in {"": "All", **options}.items())
        menus += (
            f'<div><label for="{target}-{name}">{legend}</label>'
            f'<select id="{target}-{name}" name="{name}">{listed}</select></div>'
        )
    return (
        f'<form class="controls filters" data-list="list-{target}" aria-label="Filter"><div><label for="{target}-q">Words</label>'
        f'<input type="search" id="{target}-q" name="q" autocomplete="off"></div>{menus}'
        f'<div><button type="reset" class="x">Show all</button></div></form>'
        f'<p class="count" role="status" data-count="list-{target}" data-noun="{noun}"></p>'
    )


def used_in(mark, env):
    """Links to the paragraphs that carry a claim, chapters first."""
    places = {name: found[mark] for name, found in getattr(env, "nexus_marks", {}).items() if mark in found}
    links = []
    for docname in sorted(places, key=lambda name: ([*claims.CHAPTERS, name].index(name), name)):
        title = esc(claims.CHAPTERS.get(docname) or env.titles[docname].astext())
        links += [
            f'<a href="{docname}.html#{anchor}">{title}{f" ({number})" if len(places[docname]) > 1 else ""}</a>'
            for number, anchor in enumerate(places[docname], 1)
        ]
    return f" · used in {', '.join(links)}" if links else ""


def _documents():
    return {row["mark"]: f"{row['mark']}: {row['type'].split(' (')[0]}" for row in claims.sources().values()}


def claims_list(env):
    """The ledger as one list, with its filters."""
    items = []
    for mark, row in claims.ledger().items():
        who = esc(row["attributed_to"]) or "the document’s own voice"
        doubts = doubt_links(mark)
        items.append(
            f'<li id="{mark}" data-source="{mark[0]}" data-stance="{row["stance"]}" data-theme="{row["theme"]}" '
            f'data-chapter="{row["chapter"]}">{glyph(row["stance"])}<p>{esc(row["statement"])}</p>'
            f'<p class="meta"><b>{mark} {row["stance"].capitalize()}</b> · {who} · {claims.RESTS_ON[row["rests_on"]].lower()} · '
            f"<i>{esc(row['locator'])}</i>{used_in(mark, env)}{' ·' * bool(doubts)}{doubts}</p></li>"
        )
    form = filters("claims", "claims", {
        "source": ("Document", _documents()),
        "chapter": ("Chapter", claims.CHAPTERS),
        "theme": ("Theme", claims.THEMES),
        "stance": ("Stance", {stance: stance.capitalize() for stance in claims.STANCES}),
    })  # fmt: skip
    key = "".join(
        f"<div><dt>{glyph(stance)}<b>{stance.capitalize()}</b></dt><dd>{words}</dd></div>"
        for stance, words in claims.STANCES.items()
    )
    return f'<dl class="ev-key">{key}</dl>{form}<ol class="claims" id="list-claims">{"".join(items)}</ol>'


def doubts_list(env):
    """Every known doubt: what is printed, why to stop, what was checked, what was found."""
    found = tables.rows("doubts")
    items = []
    for row in found:
        marks = [claims.mark_of(claim_id) for claim_id in row["claim_ids"].split(";")]
        items.append(
            f'<li id="{row["doubt_id"]}" data-verdict="{row["verdict"]}" data-source="{" ".join(sorted({m[0] for m in marks}))}">'
            f'<h2>{esc(row["title"])}</h2><p class="meta"><b>{VERDICTS[row["verdict"]]}</b> · {" ".join(map(link, marks))}</p>'
            f"<dl><dt>Printed</dt><dd>{esc(row['printed'])}</dd><dt>Doubt</dt><dd>{esc(row['doubt'])}</dd>"
            f"<dt>Checked against</dt><dd>{esc(row['checked_against'])} ({row['checked_on']})</dd>"
            f"<dt>Found</dt><dd>{esc(row['finding'])}</dd></dl></li>"
        )
    verdicts = {verdict: words for verdict, words in VERDICTS.items() if any(row["verdict"] == verdict for row in found)}
    form = filters("doubts", "doubts", {"verdict": ("Verdict", verdicts), "source": ("Document", _documents())})
    return f'{form}<ol class="doubts" id="list-doubts">{"".join(items)}</ol>'


def _spoken(iso):
    """ "2015-06-20" as 20 June 2015, "2015-06" as June 2015."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    month = date(2000, parts[1], 1).strftime("%B")
    return " ".join(map(str, [*parts[2:], month, parts[0]]))


def timeline_chart(found):
    """The events as dots on three lanes."""
    names = LANES | {"car": "CAR"}
    first = 1994  # one earlier event would stretch the axis; it stands in the list
    dated = [(lane, row["date"]) for row in found for lane in row["lane"].split(";") if int(row["date"][:4]) >= first]
    years = [int(day[:4]) for _, day in dated]
    points = [
        {"lane": names[lane], "year": year + (int(day[5:7]) - 0.5 if day[5:7] else 6) / 12}
        for year, (lane, day) in zip(years, dated, strict=True)
    ]
    last = max(years)
    lanes = [*names.values()]
    crowded = max(range(first, last + 1), key=years.count)
    share = sum(year > 2011 for year in years) / len(years)
    spec = (
        alt.Chart(alt.Data(values=points))
        .mark_tick(thickness=2, size=34, opacity=0.75)
        .encode(
            x=alt.X("year:Q", axis=alt.Axis(format="d", values=[1995, 2000, 2005, 2010, 2015, 2020, 2025]),
                    scale=alt.Scale(domain=[1994, 2026], nice=False), title="year"),
            y=alt.Y("lane:N", sort=lanes, title="lane"),
            color=alt.Color("lane:N", scale=alt.Scale(domain=lanes, range=[charts.MALI, charts.CAR, charts.OTHER])),
        )
        .properties(
            height=170,
            title=alt.Title(f"The record is densest in {crowded}: events that somebody dated, not all that happened",
                            subtitle=f"Dated events by lane, {first} to {last}"),
            description="Three rows of ticks, one tick for each dated event: Mali, the Central African Republic, and the world. "
            f"{share:.0%} of them are dated after 2011, and the densest year is {crowded}.",
            usermeta={"tables": ["timeline"]},
        )
    )  # fmt: skip
    return figure.figure(spec.to_dict(), "timeline-chart").replace("{root}", "")


def timeline_list(env):
    """The dated events: overview, filters, list."""
    found = tables.rows("timeline")
    items = []
    for row in found:
        marks = [claims.mark_of(claim_id) for claim_id in row["claim_id"].split(";") if claim_id]
        lanes = row["lane"].split(";")
        said = " ".join(map(link, marks)) or esc(row["source"])
        note = f" · {esc(row['note'])}" if row["note"] else ""
        items.append(
            f'<li id="{row["event_id"]}" class="{lanes[0]}" data-lane="{" ".join(lanes)}" data-kind="{row["kind"]}">'
            f'<time datetime="{row["date"]}">{_spoken(row["date"])}</time><div><p>{esc(row["event"])}</p><p class="meta"><b>'
            f"{' and '.join(LANES[lane] for lane in lanes)}</b> · {label(row['kind'])} · {said}{note}</p></div></li>"
        )
    kinds = {kind: label(kind).capitalize() for kind in sorted({row["kind"] for row in found})}
    form = filters("timeline", "events", {"lane": ("Lane", LANES), "kind": ("Kind", kinds)})
    return f'{timeline_chart(found)}{form}<ol class="timeline" id="list-timeline">{"".join(items)}</ol>'


def glossary_list(env):
    """The terms, with abbreviation, French name, definition and whose it is."""
    items = []
    for entry in glossary.entries():
        short = f" ({esc(entry['abbreviation'])})" if entry["abbreviation"] else ""
        french = f'<p class="meta">French: <span lang="fr">{esc(entry["french"])}</span></p>' if entry["french"] else ""
        items.append(
            f'<li id="{glossary.slug(entry["term"])}" data-kind="{entry["kind"]}"><p><b>{esc(entry["term"])}</b>{short}</p>'
            f'<p>{esc(entry["definition"])}</p>{french}<p class="meta">{esc(entry["source"])}</p></li>'
        )
    kinds = {kind: label(kind).capitalize() for kind in sorted({entry["kind"] for entry in glossary.entries()})}
    return f'{filters("terms", "terms", {"kind": ("Kind", kinds)})}<ol class="terms" id="list-terms">{"".join(items)}</ol>'
