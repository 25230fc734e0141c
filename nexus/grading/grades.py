"""Marks: a record together with what a person gave, and the table grades.csv."""

import csv
from typing import NamedTuple

from nexus.grading import plain
from nexus.grading.results import safe, writing

COLUMNS = ["student", "exercise", "task", "points", "max_points", "status", "message"]
HANDED_IN_NOTHING = ("unreadable", "missing")


class Mark(NamedTuple):
    """What a person gave for a task. `due`: the answer was changed since, or nobody has looked yet."""

    score: float | None = None
    extra: float | None = None
    comment: str = ""
    due: bool = False


def with_marks(record, manual=None):
    """A copy of a record in which the marks of a person stand above the grader's.

    `manual` is {(safe(student), task): Mark}, see `Gradebook.manual`. A marked task is graded unless a new look is due;
    its `comment` is the person's, and `marked` says that there is a mark.
    """
    tasks = []
    for task in record["tasks"]:
        mark = (manual or {}).get((safe(record["student"]), task["task"])) or Mark()
        task = {**task, "comment": mark.comment, "marked": mark.score is not None}
        if mark.score is not None:
            task |= {"points": mark.score, "status": "needs_manual" if mark.due else "graded"}
        tasks.append({**task, "points": task["points"] + (mark.extra or 0)})
    return {**record, "tasks": tasks, "points": sum(task["points"] for task in tasks), "status": _status(record["status"], tasks)}


def _status(status, tasks):
    """The status of the whole, once a person has given marks."""
    found = {task["status"] for task in tasks}
    if status in HANDED_IN_NOTHING or not any(task["marked"] for task in tasks):
        return status
    left = [trouble for trouble in ("flagged", "crashed", "timeout") if trouble in found]
    return left[0] if left else "graded" if found == {"graded"} else "partly_graded"


def waiting(record):
    """The tasks of a record (with marks) that a person has not marked yet."""
    return [task for task in record["tasks"] if task["status"] in ("needs_manual", "flagged")]


def unknown(record):
    """Whether the total of a record (with marks) is not known: something waits, or nothing could be read."""
    return record["status"] in HANDED_IN_NOTHING or bool(waiting(record))


def write_grades(path, records, manual=None):
    """Write grades.csv: a row for each student and task, and one named total for each student.

    The points of a task that waits for a person are those known so far; its status says so.
    """
    with writing(path) as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for record in records:
            record = with_marks(record, manual)
            total = {"task": "total", **{key: record[key] for key in ("points", "max_points", "status", "message")}}
            for row in [*record["tasks"], total]:
                row = {"student": record["student"], "exercise": record["exercise"], **row}
                table.writerow([plain.cell(row[column]) for column in COLUMNS])
