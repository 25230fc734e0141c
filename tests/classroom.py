"""Submissions made for the tests of the grader: honest ones, and what students might hand in instead."""

import copy
import json
from functools import cache
from pathlib import Path

from nexus.grading import paper, prepare
from nexus.grading.paper import released, visible

SETS = Path(__file__).parent / "sets"
KINDS = paper.read(SETS / "source" / "kinds" / "kinds.ipynb")


def notebook(sheet, answers=None, blank=False):
    """A student's notebook of a Paper: as released, filled with the author's solution, some answers replaced by {cell: code}.

    Names of cells are given without that of the set.
    """
    answers = {f"{sheet.name}-{name}": code for name, code in (answers or {}).items()}
    assert answers.keys() <= sheet.by_id.keys(), "no such cell"
    cells = []
    for cell in sheet.cells:
        answered = cell.role in ("answer", "prose")
        source = released(cell) if answered and blank else visible(cell) if cell.role == "test" else cell.source
        about = {
            "grade": cell.role in ("test", "prose"), "grade_id": cell.id, "locked": not answered, "schema_version": 3,
            "solution": answered, "task": False, **({"points": cell.points} if cell.points else {}),
        }  # fmt: skip
        made = {"cell_type": "markdown" if cell.role in ("text", "prose") else "code", "id": cell.id}
        made |= {"metadata": {"nbgrader": about}, "source": answers.get(cell.id, source)}
        cells.append(made | ({"execution_count": None, "outputs": []} if made["cell_type"] == "code" else {}))
    kernel = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}


def hand_in(folder, student, content, name):
    """Write a notebook (a dict) or bytes as one student's submission; returns its path."""
    path = folder / student / name / f"{name}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def altered(made, change):
    """A copy of a notebook after `change(copy)`."""
    made = copy.deepcopy(made)
    change(made)
    return made


def points(record):
    """{task without the name of the set: points}."""
    return {task["task"].removeprefix(f"{record['exercise']}-"): task["points"] for task in record["tasks"]}


def row(record, task):
    return next(one for one in record["tasks"] if one["task"] == f"{record['exercise']}-{task}")


@cache
def kinds():
    """KINDS made ready for marking, once."""
    return prepare.prepare(KINDS, course=SETS, cache=None)
