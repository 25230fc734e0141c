"""The notebooks that formgrader opens: the source of the set, and one copy for each student to be marked."""

import hashlib
import html
import json
import re

import mistune

from nexus.grading import plain
from nexus.grading.paper import released

LONGEST = 20_000  # characters of prose that are set as Markdown; a longer text is shown as it was typed
CUT = 200_000  # characters of one answer that a marker gets to see

_WORDS = "p|em|strong|del|ul|ol|li|h[1-6]|blockquote|code|pre|table|thead|tbody|tr|th|td|div|span"
_TAG = rf'</?(?:{_WORDS})>|<[bh]r />|</a>|<a href="(?:https?://|mailto:)[^"<>]*">|<t[hd] style="text-align:[a-z]+">'
_TAME = re.compile(rf'(?:[^<]|{_TAG}|<ol start="[0-9]+">|<code class="language-[\w+-]+">|<(?:div|span) class="math">)*+')


class _Tame(mistune.HTMLRenderer):
    """Markdown without raw HTML, pictures (they would be fetched from anywhere) and links to scripts."""

    def link(self, text, url, title=None):
        return f'<a href="{html.escape(url)}">{text}</a>' if re.match(r"https?://|mailto:", url) else text

    def image(self, text, url, title=None):
        return f"[picture: {text}]"


_markdown = mistune.create_markdown(renderer=_Tame(escape=True), plugins=["table", "math", "strikethrough"])


def prose(text):
    """A student's Markdown as one line of tame HTML, which a Markdown cell shows as it stands.

    Set here, not in the marker's browser: nothing that a student writes is taken for HTML. Where the result holds
    any other tag than those of plain text, the text is shown as it was typed.
    """
    text = plain.printable(text, CUT)
    made = str(_markdown(text)) if len(text) <= LONGEST else ""
    if not made or not _TAME.fullmatch(made):
        made = f'<pre style="white-space: pre-wrap">{html.escape(text)}</pre>'
    # One line, so that the Markdown of the notebook never looks inside.
    return f"<div>{made.strip()}</div>".replace("\n", "&#10;")


def digest(text):
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def notebook(paper, shown=lambda cell: cell.source, **metadata):
    """The paper as a notebook (nbformat 4.5, a dict) with nbgrader's metadata; `shown(cell)` is a cell's source."""
    cells = []
    for cell in paper.cells:
        grade, solution = cell.role in ("test", "prose"), cell.role in ("answer", "prose")
        about = {
            "grade": grade,
            "grade_id": cell.id,
            "locked": not solution,
            "schema_version": 3,
            "solution": solution,
            "task": False,
        }
        if grade:
            about["points"] = cell.points
        made = {"id": digest(cell.id), "metadata": {"nbgrader": about}, "source": shown(cell)}
        if cell.role in ("text", "prose"):
            cells.append({"cell_type": "markdown", **made})
        else:
            cells.append({"cell_type": "code", "execution_count": None, "outputs": [], **made})
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"cells": cells, "metadata": {"kernelspec": kernel, **metadata}, "nbformat": 4, "nbformat_minor": 5}


def marking(paper, record):
    """The copy of one student: the paper's cells with the student's answers, and a hash of each task's answers."""
    answers = record["answers"]

    def shown(cell):
        if cell.role == "prose":
            return prose(answers[cell.id]) if cell.id in answers else "*(No answer was handed in.)*"
        return plain.printable(answers.get(cell.id, ""), CUT) if cell.role == "answer" else cell.source

    return notebook(paper, shown, nexus={"answers": hashes(paper, record)})


def hashes(paper, record):
    """What a mark rests on: {task: a hash of the student's answers to it}."""
    made = {}
    for task in paper.tasks:
        cells = [task] if task.role == "prose" else paper.answers_of(task.id)
        made[task.id] = digest(json.dumps([record["answers"].get(cell.id) for cell in cells]))
    return made


def untouched(cell, record):
    """Whether a student left an answer cell as it was released."""
    text = record["answers"].get(cell.id)
    return text is None or text.strip() == released(cell).strip()
