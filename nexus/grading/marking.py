"""From one submission to its record: read it, have it run and judged, and say in plain words what came of it."""

import hashlib
import re
import time

from nexus.grading import intake
from nexus.grading.paper import released
from nexus.grading.prepare import opening_of

ENDS = {
    "timeout": "did not finish within {cell:g} seconds",
    "memory": "used more memory than a submission may",
    "ended": "ended the Python process",
}
STATUS = {"timeout": "timeout", "memory": "crashed", "ended": "crashed", "judge": "flagged"}
FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def key(data, paper, prepared):
    """Changes when the submission, the exercise or the way of marking changes."""
    return hashlib.sha256(data + prepared.digest.encode()).hexdigest()[:32]


def unread(submission, paper, status, message, marked_key=""):
    """The record of a submission that could not be read, or is not there."""
    tasks = [_task(paper, cell, 0.0, status, message) for cell in paper.tasks]
    return _record(submission, paper, tasks, status, message=message, key=marked_key)


def record(submission, script, paper, prepared, station, marked_key):
    """Run and judge a Script; returns the record."""
    begun = time.monotonic()
    opening = {cell.id for cell in opening_of(paper)}
    steps = [(step.kind, step.id, step.source) for step in script.steps if step.kind != "given" or step.id not in opening]
    outcome = station.mark(steps)
    said = _said(steps, outcome, station.settings)
    tasks = []
    for cell in paper.tasks:
        if cell.role == "prose":
            tasks.append(_prose(paper, cell, script))
            continue
        answers = {answer.id for answer in paper.answers_of(cell.id)}
        trouble = [text for name, text in said if name in answers]
        ends = [outcome.ends[n] for n, (_, name, _) in enumerate(steps) if n in outcome.ends and name in answers]
        tasks.append(_checked(paper, cell, outcome, prepared, trouble, ends, station.settings))
    extra = [f"An extra cell stops with: {text}" for name, text in said if name not in script.answers]
    notes = [*submission.notes, *script.notes, *dict.fromkeys(extra[:3])]
    about = {"answers": script.answers, "notes": notes, "seconds": time.monotonic() - begun, "key": marked_key}
    return _record(submission, paper, tasks, _total(tasks), **about) | {"limit": station.settings.seconds}


def _said(steps, outcome, settings):
    """[(cell, its error in short)], in order."""
    ends = {n: f"this cell {ENDS[how].format(cell=settings.seconds / 3)}" for n, how in outcome.ends.items()}
    texts = {n: clean(text) for n, text in outcome.errors.items()} | ends
    return [(steps[n][1], texts[n]) for n in sorted(texts)]


def _checked(paper, cell, outcome, prepared, trouble, ends, settings):
    """The row of a task that tests mark."""
    error = "; ".join(dict.fromkeys(trouble))[:400]
    verdict = outcome.verdicts.get(cell.id)
    if verdict is None or verdict["where"] in (*ENDS, "judge"):
        how = outcome.undecided.get(cell.id, "judge") if verdict is None else verdict["where"]
        if how == "judge":
            message = "This answer could not be checked to the end. A person will look at it."
        elif verdict:
            message = f"When your function was called, it {ENDS[how].format(cell=settings.seconds / 3)}."
        else:
            message = "This task was not checked, because an earlier cell used up the time or ended the process too often."
        return _task(paper, cell, 0.0, STATUS[how], message, error=error)
    share, points = verdict["share"], verdict["points"]
    points = cell.points * share if points is None else min(max(points, 0.0), cell.points)
    if share == 1 or points == cell.points:
        return _task(paper, cell, points, "graded", f"All checks passed: {_looked_at(verdict)}.")
    status = STATUS[ends[0]] if ends and verdict["where"] == "names" else "graded"
    name, _, hint = prepared.mistakes.get(cell.id, {}).get(verdict.get("print"), ["", "", ""])
    message = clean(verdict["message"]) or "Some of the checks passed."
    if verdict["where"] == "hidden":
        message = f"The checks that you can see passed. {message}"
    return _task(paper, cell, points, status, message, hint, name, error)


def _looked_at(verdict):
    """What was checked, in words."""
    values = ", ".join(f"`{name}`" for name in verdict["values"])
    functions = ", ".join(f"`{name}`" for name in verdict["functions"])
    return (
        "; ".join(filter(None, [values, functions and f"{functions} also with inputs that you have not seen"])) or "your answer"
    )


def _prose(paper, cell, script):
    """The row of a task that a person marks; who left it as it was has nothing to mark."""
    text = script.prose.get(cell.id, "")
    if text.strip() in ("", released(cell).strip()):
        return _task(paper, cell, 0.0, "graded", "There is no text to mark.")
    return _task(paper, cell, 0.0, "needs_manual", "A person will mark this text.")


def _task(paper, cell, points, status, message, hint="", misconception="", error=""):
    row = {"task": cell.id, "title": paper.title(cell.id), "points": points, "max_points": cell.points, "status": status}
    return row | {"message": message, "hint": hint, "misconception": misconception, "error": error}


def _total(tasks):
    """The status of the whole: the worst thing that a person should know."""
    found = {task["status"] for task in tasks}
    if "flagged" in found:
        return "flagged"
    if found == {"graded"}:
        return "graded"
    if broken := found & {"timeout", "crashed"}:
        return sorted(broken)[-1]
    return "needs_manual" if found == {"needs_manual"} else "partly_graded"


def _record(submission, paper, tasks, status, message="", answers=None, notes=(), seconds=0.0, key=""):
    return {
        "student": submission.student, "name": submission.name, "exercise": paper.name, "key": key, "file": submission.label,
        "status": status, "message": message, "notes": list(notes or submission.notes), "seconds": round(seconds, 3),
        "points": sum(task["points"] for task in tasks), "max_points": paper.max_points, "tasks": tasks, "answers": answers or {},
    }  # fmt: skip


def clean(text):
    """A student's text on one line, without characters that steer a screen."""
    return FORBIDDEN.sub("", " ".join(text.split()))


def grade(submission, paper, prepared, station, known=None):
    """The record of one submission, whatever is in it. `known` is an earlier record: it is kept if nothing has changed."""
    try:
        data = submission.load()
    except intake.Missing as error:
        return unread(submission, paper, "missing", str(error))
    except intake.Unreadable as error:
        return unread(submission, paper, "unreadable", str(error))
    marked_key = key(data, paper, prepared)
    if known and known.get("key") == marked_key and known["status"] not in ("missing", "flagged"):
        return known
    try:
        script = intake.read(data, paper)
    except intake.Unreadable as error:
        return unread(submission, paper, "unreadable", str(error), marked_key)
    return record(submission, script, paper, prepared, station, marked_key)
