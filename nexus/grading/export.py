"""Marks for other systems: a plain table, or a file that Canvas or Moodle imports.

Marks given in formgrader are in all of them. A total that is not known (an answer waits for a person, the file could not
be read, nothing came) is blank in `csv`, never zero. Canvas and Moodle may clear an old grade for a blank cell, so such
a student has no row there and nothing of theirs changes. `partial=True` exports the points known so far for everybody.

Canvas (Grades, Import): the first columns must be Student, ID, SIS User ID, SIS Login ID, (Integration ID, Root Account,)
Section; the row "Points Possible" follows. Canvas finds a student by ID, then SIS ids, then name, and a column by the
number in "title (number)", so an exported Canvas gradebook is the best roster: its ids and the full title of the
column are taken over. Without a number Canvas offers to make a new assignment.

Moodle: with an assignment's grading worksheet as roster (it has the column Identifier) the file is that worksheet with
Grade and Feedback comments filled in, for "Upload grading worksheet". Otherwise it is for Grades, Import, CSV file: match
users by ID number or Email address, and map both Grade and Feedback comments (Moodle clears grades when only
feedback is mapped).

The roster is OUT/roster.csv, the file the instructor gave; a student is found in it by any id or email, else by a name
that stands there once. Text that a spreadsheet could run as a formula has an apostrophe in front; numbers stay numbers.
"""

import csv
import re
from pathlib import Path

from nexus.grading import plain
from nexus.grading.feedback import total
from nexus.grading.gradebook import Gradebook
from nexus.grading.grades import unknown, with_marks
from nexus.grading.results import records, writing
from nexus.grading.roster import Roster, read_roster
from nexus.names import require_known

FORMATS = ("csv", "canvas", "moodle")
CANVAS = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
WORKSHEET = "Identifier"  # the column that only Moodle's grading worksheet has


def export(out, exercise, format, paper, into=None, partial=False):
    """Write OUT/<exercise>-<format>.csv (or `into`) and return its path.

    Raises ValueError for an unknown format and where nothing was graded. `held_back` tells who has no mark in it.
    """
    require_known(format, FORMATS, "format")
    columns, row_of, first = {"csv": _csv, "canvas": _canvas, "moodle": _moodle}[format](out, paper)
    path, found = Path(into or Path(out) / f"{exercise}-{format}.csv"), 0
    with writing(path) as file:
        table = csv.writer(file)
        table.writerow([plain.cell(column) for column in columns])
        table.writerows([[plain.cell(value) for value in row] for row in first])
        for record in _marked(out, exercise, paper):
            found += 1
            known = partial or not unknown(record)
            if known or format == "csv":
                table.writerow([plain.cell(value) for value in row_of(record, record["points"] if known else None)])
        if not found:
            raise ValueError(f"{out} holds no results of {exercise}: grade submissions first.")
    return path


def held_back(out, exercise, paper):
    """The students whose total is not known, as (student, status): blank or absent in an export."""
    return [(record["student"], record["status"]) for record in _marked(out, exercise, paper) if unknown(record)]


def _marked(out, exercise, paper):
    """The records with the marks that a person gave."""
    manual = {}
    if (Path(out) / "gradebook.db").exists():
        book = Gradebook(out, paper)
        manual = book.manual()
        book.close()
    for record in records(out, exercise):
        yield with_marks(record, manual)


def _csv(out, paper):
    def row(record, points):
        return [record["student"], record["exercise"], points, record["max_points"], record["status"], comment(record)]

    return ["student", "exercise", "points", "max_points", "status", "comment"], row, []


def _roster(out):
    """The class list that `grade` kept beside the marks; an empty one where there is none."""
    path = Path(out) / "roster.csv"
    return read_roster(path) if path.exists() else Roster()


def _canvas(out, paper):
    roster = _roster(out)
    kept = ["Integration ID", "Root Account"] if "SIS Login ID" in roster.columns else []
    columns = [*CANVAS[:-1], *(name for name in kept if name in roster.columns), "Section"]
    title = next((name for name in roster.columns if re.sub(r"\s*\(\d+\)$", "", name) == paper.name), paper.name)

    def row(record, points):
        known = roster.row(record["student"], record["name"])
        if known and "SIS Login ID" in roster.columns:
            return [*(known.get(name, "") for name in columns), points]
        mine = {"Student": record["name"] or record["student"], "SIS Login ID": record["student"]}
        return [*(mine.get(name, "") for name in columns), points]

    first = ["    Points Possible", *[""] * (len(columns) - 1), paper.max_points]
    return [*columns, title], row, [first]


def _moodle(out, paper):
    roster = _roster(out)
    if WORKSHEET in roster.columns:
        columns = [*roster.columns, *(name for name in ("Grade", "Feedback comments") if name not in roster.columns)]

        def worksheet(record, points):
            stranger = {"Identifier": record["student"], "Full name": record["name"] or ""}
            known = roster.row(record["student"], record["name"]) or stranger
            filled = {**known, "Grade": points, "Feedback comments": comment(record)}
            return [filled.get(name, "") for name in columns]

        return columns, worksheet, []

    def row(record, points):
        known = roster.row(record["student"], record["name"]) or {}
        email = known.get("Email address") or known.get("email") or (record["student"] if "@" in record["student"] else "")
        id = known.get("ID number") or ("" if email == record["student"] else record["student"])
        name = known.get("Full name") or record["name"] or ""
        return [id, email, name, points, comment(record)]

    return ["ID number", "Email address", "Full name", "Grade", "Feedback comments"], row, []


def comment(record):
    """What the student reads beside the mark: the points in words, and what the person who marked wrote."""
    said = [f"{plain.line(task['title'])}: {task['comment']}" for task in record["tasks"] if task["comment"]]
    return "\n".join([total(record), *said])
