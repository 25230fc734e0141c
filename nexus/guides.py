"""For instructors: a guide and an answer key for each exercise set, as pages made from the sources alone.

Both hold answers. They are written outside the built site and outside everything that is zipped into it.
"""

import ast
import csv
import re
from pathlib import Path

import nbformat
import yaml
from markdown_it import MarkdownIt
from markupsafe import Markup

from nexus import site
from nexus.bootstrap import ROOT
from nexus.exercises import COURSE, REGION, sets
from nexus.grading import pages, paper
from nexus.grading.prepare import alternatives

OUT = ROOT / ".build" / "guides"
# What readers get: the site, and the folders that it copies or zips for download.
PUBLIC = [site.HTML, site.BUILD / "editions", COURSE / "release", ROOT / "book", ROOT / "data", ROOT / "nexus"]
BLOOM = ["remember", "understand", "apply", "analyse", "evaluate", "create"]
SKILLS = {
    "filter and count", "handle blanks", "shares and denominators", "pool and weight", "rates and ratios", "give bounds",
    "compare estimates with ranges", "compare like with like", "join tables", "reshape a table", "read words in text",
    "dates and spells", "follow links", "trace sources", "measure agreement", "test what a result rests on",
    "argue from evidence", "design with safeguards",
}  # fmt: skip
MARKERS = re.compile(r"^\s*### (BEGIN|END) (SOLUTION|HIDDEN TESTS).*\n?", re.MULTILINE)
_markdown = MarkdownIt("commonmark", {"html": False}).enable("table")


def tasks(name=None):
    """The rows of exercises/tasks.csv as dicts (set, task, objective, skill, bloom, minutes), of one set if it is named."""
    with (COURSE / "tasks.csv").open(encoding="utf-8", newline="") as file:
        rows = [row | {"minutes": int(row["minutes"])} for row in csv.DictReader(file)]
    return [row for row in rows if name in (None, row["set"])]


def objectives(chapter):
    """What the head of a chapter promises, in its own words and order, without the stop at the end and without emphasis."""
    head = nbformat.read(ROOT / "book" / f"{chapter}.ipynb", as_version=4).cells[0].source
    return [line.rstrip(" ;.").replace("*", "") for line in re.findall(r"^\d+\. (.+)$", head, re.MULTILINE)]


def exemplars(name):
    """{criterion: {level: sentence}} for the levels below full marks, from exercises/exemplars/<set>.yml."""
    return yaml.safe_load((COURSE / "exemplars" / f"{name}.yml").read_text(encoding="utf-8"))


def rubric(sheet):
    """The rubric that students see, as [(criterion, [words of level 0, of level 1, …])]."""
    question = sheet.by_id[f"{sheet.name}-p1-question"].source
    (table,) = re.findall(r"^\| Criterion .*\n\|[-|]+\|\n((?:\|.*\n?)+)", question, re.MULTILINE)
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    return [(row[0], row[1:]) for row in rows]


def probes(sheet, task):
    """What a test cell looks at: ([functions], [those also called with inputs that students do not see], [values])."""
    functions, values = {}, {}
    for cell in sheet.answers_of(task):
        for node in ast.parse(cell.source).body:
            if isinstance(node, ast.FunctionDef):
                functions[node.name] = None
            elif isinstance(node, ast.Assign):
                values |= {part.id: None for target in node.targets for part in ast.walk(target) if isinstance(part, ast.Name)}
    source = sheet.by_id[task].source
    hidden = "\n".join(region for _, region in REGION.findall(source))
    return list(functions), [f for f in functions if f in _names(hidden)], [v for v in values if v in _names(source)]


def _names(code):
    return {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)}


def _code(source):
    return MARKERS.sub("", source).strip()


def _prose(text):
    return Markup(_markdown.render(MARKERS.sub("", text)))  # raw HTML is escaped by the renderer


def _line(text):
    return Markup(_markdown.renderInline(text))


def _opening(sheet):
    """Title, and the paragraph that states time and points."""
    heading, lead = sheet.cells[0].source.split("\n\n")[:2]
    return heading.lstrip("# ").removeprefix("Exercises: "), lead


def guide(name):
    """The guide of a set: a page (HTML) for one or two sheets of paper."""
    sheet, planned = paper.named(name), {f"{name}-{row['task']}": row for row in tasks(name)}
    known, wrong, right = exemplars(name), alternatives(sheet), alternatives(sheet, "right")
    title, lead = _opening(sheet)
    rows = []
    for number, cell in enumerate(sheet.tasks, 1):
        functions, others, values = probes(sheet, cell.id) if cell.role == "test" else ([], [], [])
        about = {"number": number, "id": cell.id, "title": sheet.title(cell.id), "points": f"{cell.points:g}"}
        rows.append(planned[cell.id] | about | {
            "functions": functions, "others": others, "variables": values,
            "wrong": [(_line(one.about), _line(one.hint)) for one in wrong if one.task == cell.id],
            "right": [_line(one.about.rstrip(".")) for one in right if one.task == cell.id],
        })  # fmt: skip
    levels = [
        (criterion, [(_line(words), _line(known[criterion].get(level, ""))) for level, words in enumerate(row)])
        for criterion, row in rubric(sheet)
    ]
    return pages.template("guide.html").render(
        name=name, title=title, lead=_prose(lead), tasks=rows, minutes=sum(row["minutes"] for row in rows),
        points=f"{sheet.max_points:g}", prose=sheet.tasks[-1].id, rubric=levels,
    )  # fmt: skip


def key(name):
    """The answer key of a set: its questions with solutions, checks and the model text (HTML)."""
    sheet, sections = paper.named(name), []
    for cell in sheet.cells[1:]:
        if cell.role == "text" or not sections:
            sections.append({"id": cell.id.removesuffix("-question"), "cells": []})
        shown = {"role": cell.role, "code": _code(cell.source), "hidden": ""}
        if cell.role == "test":
            shown["code"] = paper.visible(cell)
            shown["hidden"] = "\n".join(region.strip() for _, region in REGION.findall(cell.source))
        elif cell.role in ("text", "prose"):
            shown["html"] = _prose(cell.source)
        sections[-1]["cells"].append(shown)
    title, lead = _opening(sheet)
    contents = [(cell.id, sheet.title(cell.id)) for cell in sheet.tasks]
    return pages.template("key.html").render(name=name, title=title, lead=_prose(lead), contents=contents, sections=sections)


def write(names=None, out=None):
    """Write guide-<set>.html and key-<set>.html for the sets named (all by default); returns the paths.

    Raises ValueError for an unknown set, and for a folder from which readers get their files.
    """
    folder = (Path(out) if out else OUT).resolve()
    for place in PUBLIC:
        if folder.is_relative_to(place.resolve()):
            raise ValueError(
                f"{folder} is part of what students can read ({place.relative_to(ROOT)}): choose a folder outside it"
            )
    written = []
    for name in names or sets():
        made = {f"guide-{name}.html": guide(name), f"key-{name}.html": key(name)}
        folder.mkdir(parents=True, exist_ok=True)
        for file, page in made.items():
            (folder / file).write_text(page, encoding="utf-8")
            written.append(folder / file)
    return written
