"""The ten sets, proven through the project's own grader: right answers, wrong answers and the hints they get, no leak."""

import json
import re
import shutil
import symtable
from collections import defaultdict
from functools import cache
from itertools import zip_longest
from operator import attrgetter

import nbformat
import pytest
from nbclient import NotebookClient

from classroom import notebook, points
from leaks import leaked, regions, secrets
from nexus import exercises
from nexus.exercises import COURSE
from nexus.grading import paper, prepare, run
from nexus.grading.session import Settings
from nexus.release import generate, release

SETS = exercises.sets()
NAME = "mali-gold"
SOURCE = COURSE / "source" / NAME / f"{NAME}.ipynb"
RELEASE = COURSE / "release" / NAME


@cache
def sheet(name):
    return paper.named(name)


def short(cell, name):
    return cell.removeprefix(f"{name}-")


def rounds(answers, place):
    """A few lists that hold every answer between them, one for each place: the first ones, the second ones, …"""
    of = defaultdict(list)
    for one in answers:
        of[place(one)].append(one)
    return [[one for one in column if one] for column in zip_longest(*of.values())]


def wrong_rounds(name):
    """Wrong answers to different tasks stand in one notebook: the print of each is known from where it stood alone."""
    return rounds(prepare.alternatives(sheet(name)), attrgetter("task"))


@pytest.fixture(scope="module", params=SETS)
def graded(request):
    """(name of a set, {what was handed in: its record}), all marked by the grader."""
    name, this = request.param, sheet(request.param)
    right = rounds(prepare.alternatives(this, "right"), attrgetter("cell"))
    handed = {"reference": notebook(this), "blank": notebook(this, blank=True)}
    for kind, lists in {"wrong": wrong_rounds(name), "right": right}.items():
        for number, answers in enumerate(lists):
            handed[f"{kind} {number}"] = notebook(this, {short(one.cell, name): one.source for one in answers})
    answers = [cell for cell in this.cells if cell.role == "answer"]
    handed |= {f"without {cell.id}": notebook(this, {short(cell.id, name): paper.released(cell)}) for cell in answers}
    items = [run.Item(student, None, "", (), json.dumps(made).encode()) for student, made in handed.items()]
    records = run.work(this, prepare.prepare(this), Settings(), items)
    return name, {record["student"]: record for record in records}


def full(name, without=()):
    """{task: points} with full marks for checked tasks and none for prose, which waits for a person."""
    return {
        short(task.id, name): 0 if task.role == "prose" or short(task.id, name) in without else task.points
        for task in sheet(name).tasks
    }


def test_right_answers_have_full_marks(graded):
    name, records = graded
    right = [student for student in records if student == "reference" or student.startswith("right ")]
    assert len(right) > 1 and len(prepare.alternatives(sheet(name), "right")) > 8
    assert {student: points(records[student]) for student in right} == dict.fromkeys(right, full(name))


def test_the_untouched_release_scores_zero_and_waits_for_nobody(graded):
    name, records = graded
    assert set(points(records["blank"]).values()) == {0}
    assert records["blank"]["status"] == "graded"
    assert {task["status"] for task in records["reference"]["tasks"]} == {"graded", "needs_manual"}


def test_a_wrong_answer_loses_its_task_alone_and_gets_its_hint(graded):
    name, records = graded
    for number, answers in enumerate(wrong_rounds(name)):
        record = records[f"wrong {number}"]
        assert points(record) == full(name, without=[short(one.task, name) for one in answers]), answers
        for one in answers:
            task = next(task for task in record["tasks"] if task["task"] == one.task)
            assert (task["misconception"], task["hint"], task["error"]) == (one.name, one.hint, ""), one.name
            # It takes the hidden tests to tell it from a right answer.
            assert task["message"].startswith("The checks that you can see passed."), one.name


def test_every_checked_task_has_three_wrong_answers_with_hints(graded):
    name, _ = graded
    wrong = prepare.alternatives(sheet(name))
    tasks = [one.task for one in wrong]
    for task in sheet(name).tasks:
        assert task.role == "prose" or tasks.count(task.id) >= 3, task.id
    hints = [one.hint for one in wrong]
    assert all(hint.endswith((".", "?")) and 20 < len(hint) < 220 for hint in hints) and len(set(hints)) == len(hints)
    assert {one.cell for one in prepare.alternatives(sheet(name), "right")} == {
        c.id for c in sheet(name).cells if c.role == "answer"
    }


def names(source):
    """(names that a cell makes, names that it reads and has not made itself)."""
    tables = [symtable.symtable(source, "cell", "exec")]
    made = {symbol.get_name() for symbol in tables[0].get_symbols() if symbol.is_assigned()}
    read = {symbol.get_name() for symbol in tables[0].get_symbols() if symbol.is_referenced()}
    while tables := [inner for table in tables for inner in table.get_children()]:
        read |= {symbol.get_name() for table in tables for symbol in table.get_symbols() if symbol.is_global()}
    return made, read - made


def dependents(name, cell):
    """The tasks whose tests read what a cell makes, or what other answers make from it."""
    missing, lost = set(), set()
    for other in sheet(name).cells:
        if other.role in ("answer", "test"):
            made, read = names(other.source)
            if other.id == cell or read & missing:
                missing |= made
                if other.role == "test":
                    lost.add(short(other.id, name))
            elif other.role == "answer":
                missing -= made
    return lost


def test_a_missing_answer_loses_what_depends_on_it(graded):
    name, records = graded
    for cell in sheet(name).cells:
        if cell.role == "answer":
            record = records[f"without {cell.id}"]
            assert points(record) == full(name, without=dependents(name, cell.id)), cell.id
            own = re.search(r"### BEGIN SOLUTION: (.+)", cell.source)[1].strip()
            said = " ".join(task["error"] + task["message"] for task in record["tasks"])
            assert own[:60] in said, "the student's own cell says what is missing"


# What a student sees ---------------------------------------------------------


def visible_error(name, answers, task):
    """What the visible checks of a task say to these answers: the message of the feedback."""
    this = sheet(name)
    made = json.dumps(notebook(this, answers)).encode()
    (record,) = run.work(this, prepare.prepare(this), Settings(), [run.Item("s", None, "", (), made)])
    return next(one["message"] for one in record["tasks"] if one["task"] == f"{name}-{task}")


SERIES = "by_year(exports, 'artisanal_tonnes', 2013, 2021)"


@pytest.mark.parametrize(
    ("cell", "code", "hint"),
    [
        ("q1-answer", "def rows_per(table, column): return len(table)", "rows_per must return a Series"),
        ("q1-value", "by_place = {'Kayes': 1}", "by_place must be a Series"),
        ("q1-value", "by_place = rows_per(testimony, 'type')", "every place once"),
        ("q1-value", "by_place = rows_per(testimony, 'place') / 12", "whole numbers"),
        ("q2-value", "artisanal, missing, mean_t = [1.0], [], 1.0", "artisanal must be a Series"),
        ("q2-value", "artisanal = exports.set_index('year')['artisanal_tonnes']\nmissing, mean_t = [], 1.0", "every year"),
        ("q2-value", f"artisanal, missing, mean_t = {SERIES}, 2, 1.0", "must be a list"),
        ("q2-value", f"artisanal, missing, mean_t = {SERIES}, [4], 1.0", "must hold years"),
        ("q2-value", f"artisanal, missing, mean_t = {SERIES}, [], {SERIES}", "must be one number"),
        ("q2-value", f"artisanal, missing, mean_t = {SERIES}, [], 9000", "is in tonnes"),
        (
            "q3-answer",
            "def index_numbers(s, base): return s.loc[[base, *s.index[s.index == 2019]]] * 0 + 100.0",
            "index must be the same",
        ),
        ("q3-value", "on_2014 = on_2015 = 'more'", "one number each"),
        ("q3-value", "on_2014 = on_2015 = 1.2", "order of magnitude"),
        ("q4-answer", "def mirror_gap(partner, reporter): return {'ratio': 1.0}", "keys ratio and gap"),
        ("q4-value", "gap_2014 = mirror_gap(1520, 216)", "compares tonnes"),
        ("q5-answer", "def implied_price(value_musd, tonnes): return value_musd / tonnes", "your units"),
        ("q5-value", "pct_of_benchmark = 0.8", "is a percentage"),
    ],
)
def test_a_visible_check_locates_the_error_without_the_answer(cell, code, hint):
    task = cell.split("-")[0]
    message = visible_error(NAME, {cell: code}, task)
    question = sheet(NAME).by_id[f"{NAME}-{task}-question"].source
    assert hint in message
    # A number in a message is one that the question gives.
    assert set(re.findall(r"\d+", message)) <= set(re.findall(r"\d+", question))


def test_the_release_runs_and_says_what_is_missing(tmp_path):
    shutil.copytree(RELEASE, tmp_path / NAME)
    made = nbformat.read(tmp_path / NAME / f"{NAME}.ipynb", as_version=4)
    client = NotebookClient(made, timeout=60, kernel_name="python3", allow_errors=True,
                            resources={"metadata": {"path": str(tmp_path / NAME)}})  # fmt: skip
    said = {
        short(cell.id, NAME): f"{output.ename}: {output.evalue}"
        for cell in client.execute().cells
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    }
    assert next(iter(said)) == "q1-value" and "setup" not in said
    assert "artisanal, missing and mean_t are missing." in said["q2-value"]
    for task, function, value in [
        ("q1", "rows_per", "by_place is"),
        ("q3", "index_numbers", "on_2014 and on_2015 are"),
        ("q4", "mirror_gap", "gap_2014 is"),
        ("q5", "implied_price", "pct_of_benchmark is"),
    ]:
        assert said[task].startswith(f"NotImplementedError: {function} is not written yet. ")
        assert said[f"{task}-value"].startswith(f"NotImplementedError: {value} missing. ")


@pytest.mark.parametrize("name", SETS)
def test_the_prose_task_shows_a_rubric_of_four_criteria(name):
    (prose,) = [task for task in sheet(name).tasks if task.role == "prose"]
    question = sheet(name).cells[sheet(name).cells.index(prose) - 1].source
    table = question[question.index("| Criterion |") :].split("\n\n")[0]
    rows = [row.strip("|").split("|") for row in table.splitlines()]
    assert len(rows) == 2 + 4 and all(len(row) == len(rows[0]) >= 4 for row in rows)


# Release ---------------------------------------------------------------------


def files(folder):
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_each_release_is_what_its_source_gives(tmp_path):
    assert release(into=tmp_path) == [tmp_path / name for name in exercises.sets()]
    for name in exercises.sets():
        assert files(tmp_path / name) == files(COURSE / "release" / name), name


@pytest.mark.parametrize("name", exercises.sets())
def test_no_secret_is_in_a_release(name):
    assert len(secrets(name)) > 20, "a set has something to hide"
    source = (COURSE / "source" / name / f"{name}.ipynb").read_text(encoding="utf-8")
    assert leaked(source, name) == secrets(name), "the check must find all in the source"
    for path, content in files(COURSE / "release" / name).items():
        assert leaked(content.decode(), name, numbers=not path.endswith(".csv")) == [], path


def test_no_line_of_a_solution_is_in_the_release():
    hidden, public = regions(NAME)
    lines = {line.strip() for _, region in hidden for line in region.splitlines()} - {""}
    lines -= {line.strip() for line in public.splitlines()}
    assert len(lines) > 60 and len(secrets(NAME)) > 50 and {"10.44", "123.4", "83.9"} <= set(secrets(NAME))
    cells = json.loads((RELEASE / f"{NAME}.ipynb").read_text(encoding="utf-8"))["cells"]
    shown = {line.strip() for cell in cells for line in "".join(cell["source"]).splitlines()}
    assert not shown & lines
    assert not any("BEGIN" in line or "END" in line for line in shown)


def test_an_unknown_set_names_the_nearest():
    with pytest.raises(ValueError, match="no exercise set 'mali-glod': did you mean mali-gold"):
        release(["mali-glod"])
    with pytest.raises(ValueError, match="no exercise set 'zebra': there are .*mali-gold"):
        release(["zebra"])


@pytest.mark.parametrize(
    ("cell", "old", "new", "fault"),
    [
        ("q1-value", "### END SOLUTION", "", "### BEGIN SOLUTION without its other half"),
        ("q2", "### BEGIN HIDDEN TESTS", "", "### END HIDDEN TESTS without its other half"),
        ("q3-value", "### BEGIN SOLUTION: ", "### BEGIN SOLUTION: \\n# ", "does not say behind"),
        ("q4-answer", '"solution": true', '"solution": false', "has a solution, but is no solution cell"),
        ("q5", '"grade": true', '"grade": false', "has hidden tests, but is no test cell"),
        ("q5", '"points": 4', '"points": null', "is graded, but has no points"),
        ("q4-value", '_id": "mali-gold-q4-value"', '_id": "mali-gold-q4-answer"', "of an earlier cell"),
        ("q4-value", '_id": "mali-gold-q4-value"', '_id": ""', "has no grade_id"),
    ],
)
def test_a_faulty_cell_is_named_before_release(tmp_path, monkeypatch, cell, old, new, fault):
    broken = json.loads(SOURCE.read_text(encoding="utf-8"))
    for number, one in enumerate(broken["cells"]):
        if one["id"] == f"{NAME}-{cell}":
            text = json.dumps(one)
            assert old in text
            broken["cells"][number] = json.loads(text.replace(old, new))
    course = tmp_path / "exercises"
    (course / "source" / NAME).mkdir(parents=True)
    (course / "source" / NAME / f"{NAME}.ipynb").write_text(json.dumps(broken), encoding="utf-8")
    shutil.copy(COURSE / "nbgrader_config.py", course)
    monkeypatch.setattr(exercises, "COURSE", course)
    number = next(n for n, one in enumerate(broken["cells"]) if one["id"] == f"{NAME}-{cell}")
    with pytest.raises(ValueError, match=rf"^{NAME}.ipynb, cell {number} \(.*{re.escape(fault)}"):
        release()
    assert not (course / "release").exists()


def test_a_failure_of_nbgrader_is_told_in_its_words(tmp_path, monkeypatch):
    monkeypatch.setattr(exercises, "COURSE", tmp_path / "exercises")
    shutil.copytree(COURSE / "source" / NAME, tmp_path / "exercises" / "source" / NAME)
    settings = (COURSE / "nbgrader_config.py").read_text(encoding="utf-8")
    (tmp_path / "exercises" / "nbgrader_config.py").write_text(
        settings + "\nc.GenerateAssignment.preprocessors = [int]\n", encoding="utf-8"
    )
    (tmp_path / "course").mkdir()
    with pytest.raises(ValueError, match=f"nbgrader generate_assignment {NAME} failed:(.|\n)*Error"):
        generate(tmp_path / "course", [NAME])


def test_the_data_files_are_those_the_notebook_reads():
    data = {name for name in files(RELEASE) if name.startswith("data/")}
    wanted = ["gold_mirror_trade", "gold_price", "mali_gold_exports", "mali_gold_testimony"]
    assert data == {f"data/{name}.csv" for name in wanted}
