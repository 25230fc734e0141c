"""The page for one student: OUT/feedback/<safe name>.html, one file that needs nothing else and runs no script.

It is made from the record alone, which holds no hidden test and no expected value.
"""

import re
from pathlib import Path

from nexus.grading import plain
from nexus.grading.grades import HANDED_IN_NOTHING, waiting, with_marks
from nexus.grading.pages import template
from nexus.grading.results import replace, safe

LONGEST = 20_000  # characters of an answer that the page repeats
FOLD = 20  # lines from which an answer is folded

WHOLE = {
    "graded": "Everything is marked.",
    "partly_graded": "A part of your work is marked; below it says what is missing, and why.",
    "needs_manual": "The checks have run. What they cannot judge is read by a person.",
    "unreadable": "Your file could not be read, so nothing is marked. Open the notebook in JupyterLab, save it, and hand in "
    "that file: its name ends in .ipynb.",
    "missing": "No file of yours has arrived, so nothing is marked. If you handed one in, tell your instructor.",
    "timeout": "Your code was still running when its time was up, so it was stopped. Look for a loop that never ends, or for "
    "work repeated on every row. Then choose Restart Kernel and Run All Cells: all of it should take seconds.",
    "crashed": "Your code ended Python itself, so no check could run behind that point. Look for very large lists or tables, for "
    "exit() or quit(), and for a function that calls itself without end. Then choose Restart Kernel and Run All Cells.",
    "flagged": "A person looks at your work before the marks are final.",
}
TASK = {
    "partly_graded": "A part of this task is marked.",
    "timeout": "The check of this task ran out of time.",
    "crashed": "Python ended while this task was checked.",
    "flagged": "A person looks at this task before it is marked.",
}


def write_feedback(out, record, paper, manual=None):
    """Write the page of a record; returns its path. `manual` is {(safe(student), task): Mark}, see `Gradebook.manual`."""
    path = Path(out) / "feedback" / f"{safe(record['student'])}.html"
    replace(path, page(with_marks(record, manual), paper))
    return path


def page(record, paper):
    """The HTML of a record with marks."""
    who = plain.line(record["name"] or record["student"])
    nothing = record["status"] in HANDED_IN_NOTHING
    return template("feedback.html").render(
        exercise=heading(paper),
        who=who if who == plain.line(record["student"]) else f"{who} ({plain.line(record['student'])})",
        total=total(record),
        state=WHOLE[record["status"]],
        message=plain.printable(record["message"], LONGEST),
        notes=[plain.line(note, 1000) for note in record["notes"][:100]],
        tasks=[] if nothing else [_task(task, record, paper) for task in record["tasks"]],
    )


def heading(paper):
    """The title of a set: its first heading."""
    found = re.search(r"^# (.+)$", paper.cells[0].source if paper.cells else "", re.MULTILINE)
    return found[1] if found else paper.name


def total(record):
    """The points in one sentence: "12 of 16 checked points; the memo, 8 points, waits for a person." """
    if record["status"] in HANDED_IN_NOTHING:
        return f"No points of {plain.number(record['max_points'])}: nothing could be marked."
    open_tasks = waiting(record)
    had = sum(task["points"] for task in record["tasks"] if task not in open_tasks)
    of = plain.points(sum(task["max_points"] for task in record["tasks"] if task not in open_tasks))
    if not open_tasks:
        return f"{plain.number(had)} of {of}."
    waits = "; ".join(f"“{plain.line(task['title'])}”, {plain.points(task['max_points'])}" for task in open_tasks)
    verb = "waits" if len(open_tasks) == 1 else "wait"
    return f"{plain.number(had)} of {of.replace(' point', ' checked point')}; {waits}, {verb} for a person."


def _task(task, record, paper):
    """What the template says about one task."""
    cells = paper.answers_of(task["task"]) if paper.by_id[task["task"]].role == "test" else [paper.by_id[task["task"]]]
    of = plain.points(task["max_points"])
    open_ = task["status"] in ("needs_manual", "flagged")
    if open_ and task["marked"]:
        points = f"{plain.number(task['points'])} of {of}, given for an earlier answer: a person looks again"
    elif open_:
        points = f"{of}, not marked yet: waits for a person"
    else:
        points = f"{plain.number(task['points'])} of {of}"
    full = task["points"] >= task["max_points"]
    return {
        "title": plain.line(task["title"]),
        "points": points,
        "level": "" if open_ else "full" if full else "part" if task["points"] > 0 else "none",
        "state": TASK.get(task["status"], ""),
        "message": plain.printable(task["message"], 2000),
        "hint": task["hint"],
        "error": plain.printable(task["error"], 2000),
        "comment": plain.printable(task["comment"], LONGEST),
        "answers": [_answer(record["answers"][cell.id], cell) for cell in cells if cell.id in record["answers"]],
    }


def _answer(text, cell):
    lines = text.count("\n") + 1
    return {
        "text": plain.printable(text, LONGEST) or "(empty)",
        "prose": cell.role == "prose",
        "lines": f"{lines:,}",
        "long": lines > FOLD or len(text) > 60 * FOLD,
    }
