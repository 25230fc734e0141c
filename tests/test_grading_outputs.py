"""What the grader hands out: grades.csv, the gradebook, feedback, the report and exports, from records alone."""

import csv
import json
import multiprocessing
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
import tracemalloc
import unicodedata
from contextlib import closing

import nbformat
import pytest
from bs4 import BeautifulSoup

from nexus import browser
from nexus.grading import copies, export, feedback, grades, paper, plain, report, results
from nexus.grading.gradebook import Gradebook

MALI = paper.named("mali-gold")
MEMO = next(task for task in MALI.tasks if task.role == "prose")
ABOUT = {"started": "2026-01-05 10:00", "seconds": 12.5, "workers": 2, "sandbox": "bubblewrap", "version": "1"}
HOSTILE = [
    "=HYPERLINK(1)", "../../etc/passwd", "a/b\\c", "Ana", "ana", "ANA", "a b", "O'Neil \"x\"", "🎉", "...", "con", "nul.txt",
    "<script>alert(1)</script>", "x" * 300, "\u202egnp.exe", "line\nbreak", "\ud800", "café", "cafe\u0301",
    "ana-0123456789", "-rf", "  ", "李雷", "a.", "ana@example.org", "%2e%2e", "aux", "'; DROP TABLE grade; --", "{0}", "a,b",
]  # fmt: skip


def record(student="ana", status="partly_graded", memo="Two records disagree.", full=True, name=None, **changes):
    """A record of the set as the grader stores it; `changes` are keys of the record or {task: {...}}."""
    tasks = []
    for task in MALI.tasks:
        waits = task.role == "prose"
        row = {
            "task": task.id,
            "title": MALI.title(task.id),
            "max_points": task.points,
            "hint": "",
            "misconception": "",
            "error": "",
        }
        row |= {"points": 0.0 if waits or not full else task.points, "status": "needs_manual" if waits else "graded"}
        tasks.append(row | {"message": "A person will mark this text." if waits else "All checks passed: `by_place`."})
        tasks[-1] |= changes.pop(task.id, {})
    if status in grades.HANDED_IN_NOTHING:
        tasks = [task | {"points": 0.0, "status": status} for task in tasks]
    answers = {cell.id: cell.source for cell in MALI.cells if cell.role == "answer"} | {MEMO.id: memo}
    made = {
        "student": student,
        "name": name,
        "exercise": MALI.name,
        "key": "k",
        "file": "a.ipynb",
        "status": status,
        "message": "",
    }
    made |= {"notes": [], "seconds": 0.4, "points": sum(task["points"] for task in tasks), "max_points": MALI.max_points}
    return made | {"tasks": tasks, "answers": {} if status in grades.HANDED_IN_NOTHING else answers} | changes


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def mark(out, student, score=None, extra=None, comment=None, task=MEMO.id):
    """Give a mark as formgrader does: see GradeHandler and CommentHandler in nbgrader."""
    from nbgrader.api import Gradebook as Book

    with Book(f"sqlite:///{out / 'gradebook.db'}", "nexus") as book:
        if score is not None or extra is not None:
            grade = book.find_grade(task, MALI.name, MALI.name, results.safe(student))
            grade.manual_score, grade.extra_credit, grade.needs_manual_grade = score, extra, False
        if comment:
            book.find_comment(task, MALI.name, MALI.name, results.safe(student)).manual_comment = comment
        book.db.commit()


def dump(out):
    """The gradebook's content, and the other files that nbgrader reads."""
    with closing(sqlite3.connect(out / "gradebook.db")) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        held = {name: sorted(map(repr, db.execute(f"SELECT * FROM {name}"))) for name in tables}
    return held, {str(path): path.read_bytes() for path in sorted(out.rglob("*.ipynb"))}


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A course without submissions, made once."""
    out = tmp_path_factory.mktemp("course")
    Gradebook(out, MALI).close()
    return out


@pytest.fixture
def book(tmp_path, empty):
    shutil.copytree(empty, tmp_path, dirs_exist_ok=True)
    made = Gradebook(tmp_path, MALI)
    yield made
    made.close()


# Names and the store ----------------------------------------------------------


def test_file_names_are_harmless_and_never_the_same():
    names = [results.safe(student) for student in HOSTILE] + [results.safe(results.safe(student)) for student in HOSTILE]
    assert results.safe("ana") == "ana" and results.safe("ana@example.org") == "ana@example.org"
    for name in names:
        assert not set(name) & set("/\\:*?\"<>|\n ='%,{}") and name.strip(".- ") == name and 0 < len(name.encode()) < 200
        assert name.split(".")[0].lower() not in ("con", "nul", "aux")
    # As a file system that knows neither case nor Unicode forms sees them.
    of = {}
    for student in dict.fromkeys([*HOSTILE, *map(results.safe, HOSTILE)]):
        of.setdefault(unicodedata.normalize("NFC", results.safe(student)).casefold(), set()).add(student)
    assert {name: students for name, students in of.items() if len(students) > 1} == {}


def test_the_store_keeps_every_record_and_ignores_foreign_files(tmp_path):
    for student in HOSTILE:
        results.save(tmp_path, record(student))
    folder = tmp_path / "results"
    (folder / "half.json").write_text('{"student": "half", "exer')
    (folder / "foreign.json").write_text("[1]")
    (folder / "copy.json").write_text(json.dumps(record("ana")))  # a copy under another name would count twice
    results.save(tmp_path, record("other", exercise="evidence"))
    assert [r["student"] for r in results.records(tmp_path, MALI.name)] == sorted(HOSTILE)
    assert results.load(tmp_path, "=HYPERLINK(1)")["student"] == "=HYPERLINK(1)"
    assert results.load(tmp_path, "nobody") is None and results.load(tmp_path, "half") is None
    assert not [path for path in tmp_path.rglob("*") if path.name.endswith(".part")]


def test_a_write_that_is_cut_off_leaves_the_old_file(tmp_path):
    path = tmp_path / "grades.csv"
    grades.write_grades(path, [record()])
    before = path.read_bytes()

    def broken():
        yield record("new")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grades.write_grades(path, broken())
    assert path.read_bytes() == before and os.listdir(tmp_path) == ["grades.csv"]


# grades.csv -------------------------------------------------------------------


def test_grades_have_a_row_for_each_task_and_one_total(tmp_path):
    told = [record("ana"), record("ben", status="missing", message="Nothing was handed in.")]
    grades.write_grades(tmp_path / "g.csv", told, {("ana", MEMO.id): grades.Mark(6.5, 1, "Good.")})
    table = rows(tmp_path / "g.csv")
    assert table[0] == ["student", "exercise", "task", "points", "max_points", "status", "message"]
    assert len(table) == 1 + 2 * (len(MALI.tasks) + 1)
    found = {(row[0], row[2]): row[3:6] for row in table[1:]}
    assert found["ana", "total"] == ["23.5", "24", "graded"] and found["ana", MEMO.id] == ["7.5", "8", "graded"]
    assert found["ben", "total"] == ["0", "24", "missing"] and found["ben", "mali-gold-q1"] == ["0", "2", "missing"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n-1", "＝1+1", "＋1", "－1", "＠x", "\u00a0=1"]
)
def test_no_cell_starts_a_formula(text, tmp_path):
    grades.write_grades(tmp_path / "g.csv", [record(text, message=text)])
    for row in rows(tmp_path / "g.csv")[1:]:
        for cell in (row[0], row[-1] if row[2] == "total" else ""):
            assert cell[:1] == "'" or not cell or cell[0] == "⟨"
    assert plain.cell("a; =1\n=2") == "a; '=1\n'=2"  # a spreadsheet that splits at semicolons
    assert plain.cell(-2.0) == "-2" and plain.cell("a - b, c=d") == "a - b, c=d"


def test_commas_quotes_and_newlines_stay_in_their_cell(tmp_path):
    said = 'a, "b"\nand; c'
    grades.write_grades(tmp_path / "g.csv", [record(message=said)])
    assert rows(tmp_path / "g.csv")[-1][-1] == said


# The gradebook ----------------------------------------------------------------


def test_nbgrader_exports_the_marks(tmp_path, book):
    told = [
        record("ana", name="Ana Example"),
        record("ben", full=False),
        record("cy", status="missing"),
        *map(record, HOSTILE[4:]),
    ]
    told = list({r["student"]: r for r in reversed(told)}.values())
    book.add(told)
    mark(tmp_path, "ana", 6.5, 1)
    done = subprocess.run([sys.executable, "-m", "nbgrader", "export"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    table = list(csv.DictReader((tmp_path / "nbgrader-grades.csv").open(encoding="utf-8")))
    marks = {row["student_id"]: (float(row["score"]), float(row["max_score"])) for row in table}
    assert marks.pop("ana") == (23.5, 24) and marks.pop("ben") == (0, 24)
    assert marks == {results.safe(r["student"]): (16, 24) for r in told if r["student"] not in ("ana", "ben", "cy")}
    assert [(row["first_name"], row["last_name"]) for row in table if row["student_id"] == "ana"] == [("Ana", "Example")]
    text = (tmp_path / "nbgrader-grades.csv").read_text(encoding="utf-8")
    assert "<" not in text and all(len(row) == 11 and None not in row.values() for row in table)
    assert not any(cell.lstrip()[:1] in {*"=+-@＝"} for row in table for cell in row.values() if not cell[:1].isdigit())


def test_the_source_that_formgrader_lists_is_the_set_itself(book, tmp_path):
    made = nbformat.read(tmp_path / "source" / MALI.name / f"{MALI.name}.ipynb", as_version=4)
    source = nbformat.read(paper.COURSE / "source" / MALI.name / f"{MALI.name}.ipynb", as_version=4)
    nbformat.validate(made)
    for ours, theirs in zip(made.cells, source.cells, strict=True):
        assert (ours.cell_type, ours.source, ours.metadata.nbgrader) == (
            theirs.cell_type,
            theirs.source,
            theirs.metadata.nbgrader,
        )
    assert made.metadata.kernelspec == source.metadata.kernelspec


def test_adding_twice_changes_nothing(tmp_path, book):
    told = [record(student) for student in HOSTILE]
    book.add(told)
    mark(tmp_path, "ana", 5, comment="Say who counts.")
    before = dump(tmp_path)
    book.add(told)
    with closing(Gradebook(tmp_path, MALI)) as again:
        again.add(told)
        again.add([])
    assert dump(tmp_path) == before


def test_a_mark_survives_everything_and_a_changed_memo_waits_again(tmp_path, book):
    book.add([record("ana"), record("ben")])
    assert book.manual() == {}
    for student in ("ana", "ben"):
        mark(tmp_path, student, 6, 0.5, "Say who counts.")
    given = grades.Mark(6, 0.5, "Say who counts.", False)
    assert book.manual() == {("ana", MEMO.id): given, ("ben", MEMO.id): given}
    book.add([record("ana", full=False), record("ben", memo="Another text.")])  # ana only changed her code
    assert book.manual() == {("ana", MEMO.id): given, ("ben", MEMO.id): given._replace(due=True)}
    book.add([record("ben", memo="Another text.")])
    assert book.manual()["ben", MEMO.id].due, "a second run must not take the text for the one that was marked"
    book.add([record("ben", status="unreadable"), record("ana", status="missing")])
    assert {mark[:3] for mark in book.manual().values()} == {given[:3]}
    mark(tmp_path, "ben", 7)
    assert book.manual()["ben", MEMO.id] == (7, None, "Say who counts.", False)


def test_untouched_prose_is_zero_and_waits_for_nobody(tmp_path, book):
    untouched = {MEMO.id: {"status": "graded", "points": 0.0}}
    book.add([record("ana", memo=paper.released(MEMO), **untouched), record("ben")])
    with closing(sqlite3.connect(tmp_path / "gradebook.db")) as db:
        sql = """SELECT s.student_id, g.auto_score, g.needs_manual_grade, c.auto_comment FROM grade g
            JOIN base_cell b ON b.id = g.cell_id JOIN submitted_notebook n ON n.id = g.notebook_id
            JOIN submitted_assignment s ON s.id = n.assignment_id
            JOIN comment c ON c.notebook_id = n.id JOIN base_cell d ON d.id = c.cell_id AND d.name = b.name
            WHERE b.name = ? ORDER BY 1"""
        assert db.execute(sql, (MEMO.id,)).fetchall() == [("ana", 0, 0, "No response."), ("ben", None, 1, None)]


def test_unread_and_missing_students_are_not_entered(tmp_path, book):
    book.add([record("ana", status="missing"), record("ben", status="unreadable"), record("cy")])
    with closing(sqlite3.connect(tmp_path / "gradebook.db")) as db:
        assert db.execute("SELECT student_id FROM submitted_assignment").fetchall() == [("cy",)]
    assert os.listdir(tmp_path / "autograded") == ["cy"]


def test_a_run_that_is_killed_loses_no_more_than_its_batch(tmp_path, book, monkeypatch):
    book.add([record("ana")])
    mark(tmp_path, "ana", 6)

    def killed():
        doomed = Gradebook(tmp_path, MALI)
        doomed.add([record("ben")])
        monkeypatch.setattr(Gradebook, "_enter_comments", lambda *_: os._exit(9))  # in the middle of a transaction
        doomed.add([record("ana", memo="Another text."), record("cy")])

    process = multiprocessing.get_context("fork").Process(target=killed)
    process.start()
    process.join()
    assert process.exitcode == 9
    with closing(sqlite3.connect(tmp_path / "gradebook.db")) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("SELECT student_id FROM submitted_assignment ORDER BY 1").fetchall() == [("ana",), ("ben",)]
    book.add([record("ana", memo="Another text."), record("cy")])
    assert book.manual() == {("ana", MEMO.id): (6, None, "", True)}


def test_formgrader_and_the_grader_can_write_at_the_same_time(tmp_path, book):
    book.add([record("ana")])

    def grading():
        with closing(Gradebook(tmp_path, MALI)) as second:
            second.add([record("ben")])

    with closing(sqlite3.connect(tmp_path / "gradebook.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        adding = threading.Thread(target=grading)
        adding.start()
        time.sleep(0.3)
        other.execute("UPDATE grade SET manual_score = 3 WHERE auto_score IS NULL")
        other.execute("COMMIT")
        adding.join()
    assert book.manual() == {("ana", MEMO.id): (3, None, "", True)}
    assert (tmp_path / "autograded" / "ben").exists()


def test_another_form_of_the_set_is_refused_in_plain_words(tmp_path, book):
    book.add([record("ana")])
    shorter = paper.Paper(MALI.name, MALI.cells[:-1], {})
    with pytest.raises(ValueError, match="older form of mali-gold.*new folder"):
        Gradebook(tmp_path, shorter)


LIVE = """Prices < 3 and > 1, R&D, x<y. **Bold** and `a<b`

<script>alert('x')</script> <img src=x onerror=alert(1)> ![pixel](https://example.org/p.png) ![a](attachment:x.png)

[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,x) [d](https://example.org/?a=1&b=<2>) <javascript:alert(1)>

[e]: javascript:alert(1)
[e] <svg/onload=alert(1)> &lt;script&gt; &#60;script&#62; <a href="x" onclick=alert(1)>

```html
<script>

alert(2)</script>
```

$a_b < c_d$ </div></pre><iframe src=x> {{ 7*7 }} \u202e dne"""


def live(html):
    """What in a page could run, load or send something."""
    page = BeautifulSoup(html, "html.parser")
    found = page.find_all(["script", "iframe", "object", "embed", "img", "svg", "form", "link", "base", "input", "button"])
    for tag in page.find_all(True):
        for name, value in tag.attrs.items():
            harmless = str(value).startswith(("https://", "http://", "mailto:", "feedback/"))
            if name.startswith("on") or (name in ("href", "src", "action", "srcset", "data") and not harmless):
                found.append((tag.name, name, value))
    return found


@pytest.mark.parametrize("memo", [LIVE, "<!--" + LIVE, "<pre>\n\n" + LIVE, LIVE * 40, "$$" + LIVE, "- " * 500 + LIVE])
def test_nothing_of_a_student_runs_in_formgrader(memo):
    from nbconvert.filters import markdown2html

    node = nbformat.from_dict(
        copies.marking(MALI, record(memo=memo, answers={MEMO.id: memo, "mali-gold-q1-answer": "\ud800 </script>"}))
    )
    nbformat.validate(node)
    assert (node.nbformat, node.nbformat_minor) == (4, 5)
    json.dumps(node).encode()
    shown = next(cell.source for cell in node.cells if cell.metadata.nbgrader.grade_id == MEMO.id)
    html = markdown2html(shown)  # as formgrader does it
    assert live(html) == []
    text = BeautifulSoup(html, "html.parser").get_text()
    assert "Prices < 3 and > 1, R&D, x<y." in text and "⟨U+202E⟩" in text and "<script>alert('x')</script>" in text


def test_prose_is_set_as_markdown_for_the_marker():
    html = copies.prose(
        "A **bold** word, `a<b`.\n\n- one\n- two\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n$a_b$ [s](https://example.org/)"
    )
    for piece in (
        "<strong>bold</strong>",
        "<code>a&lt;b</code>",
        "<li>two</li>",
        "<td",
        r"\(a_b\)",
        '<a href="https://example.org/">',
    ):
        assert piece in html
    assert "\n" not in html


def test_hostile_prose_is_set_as_markdown_too_and_strange_html_never_passes(monkeypatch):
    assert "<strong>Bold</strong>" in copies.prose(LIVE)
    for made in ("<p>a</p><script>x</script>", '<p onclick="x">a</p>', '<a href="javascript:x">a</a>', "<p>a<!-- b</p>", "<p>a<"):
        monkeypatch.setattr(copies, "_markdown", lambda text, made=made: made)
        assert copies.prose("a < b") == '<div><pre style="white-space: pre-wrap">a &lt; b</pre></div>'


# Feedback ---------------------------------------------------------------------


def page(tmp_path, made, manual=None):
    return feedback.write_feedback(tmp_path, made, MALI, manual).read_text(encoding="utf-8")


def words(html):
    return " ".join(BeautifulSoup(html, "html.parser").main.get_text(" ").split())


def test_feedback_says_in_words_what_happened(tmp_path):
    wrong = {"points": 0.0, "message": "by_place must be a Series.", "hint": "Count rows.", "misconception": "q1-speakers"}
    made = record(
        "ana",
        name="Ana Example",
        notes=["A cell of the course was changed."],
        **{"mali-gold-q1": wrong | {"error": "KeyError: 'x'"}},
    )
    html = page(tmp_path, made)
    text = words(html)
    for said in (
        "14 of 16 checked points; “Memo", "8 points, waits for a person.", "0 of 2 points", "by_place must be a Series.",
        "Count rows.", "KeyError: 'x'", "A cell of the course was changed.", "Ana Example (ana)", "8 points, not marked yet",
    ):  # fmt: skip
        assert said in text, said
    assert "q1-speakers" not in html, "the name of a misconception is the instructor's"
    for task in MALI.tasks:
        assert task.source not in html and "HIDDEN" not in html
    text = words(page(tmp_path, made, {("ana", MEMO.id): grades.Mark(6.5, None, "Say who counts.\nTwice.")}))
    assert "20.5 of 24 points." in text and "6.5 of 8 points" in text and "Say who counts." in text


@pytest.mark.parametrize("status", feedback.WHOLE)
def test_every_status_is_explained(status, tmp_path):
    text = words(page(tmp_path, record(status=status, message="The file ends early.")))
    assert feedback.WHOLE[status] in text and "The file ends early." in text
    assert ("1. Where do the voices come from?" in text) == (status not in grades.HANDED_IN_NOTHING)


def test_feedback_is_one_file_in_which_nothing_of_a_student_runs(tmp_path):
    answers = {MEMO.id: LIVE, "mali-gold-q1-answer": LIVE, "mali-gold-q1-value": "x = 1\n" * 900_000}
    bad = {"error": LIVE, "message": LIVE, "hint": LIVE}
    for student in HOSTILE:
        made = record(student, name=LIVE, notes=[LIVE], answers=answers, message=LIVE, **{"mali-gold-q1": bad})
        html = page(tmp_path, made, {(results.safe(student), MEMO.id): grades.Mark(1, None, LIVE)})
        assert live(html) == [] and not set("\u202e\x00\x1b") & set(html)
        assert len(html) < 200_000, "five megabytes of code do not come back"
    assert html.count("<details>") == html.count("</details>") >= 1
    assert "default-src 'none'; style-src 'unsafe-inline'" in html and '<html lang="en">' in html
    assert str(tmp_path) not in html and "more characters are left out here" in html
    assert sorted(os.listdir(tmp_path / "feedback")) == sorted(f"{results.safe(student)}.html" for student in HOSTILE)


# The report -------------------------------------------------------------------


def many(count, seed=1):
    """Records of a class in which some are better at everything but the fifth task."""
    dice = random.Random(seed)
    for number in range(count):
        skill, changes = dice.random(), {}
        for task in MALI.tasks:
            if task.role == "test":
                right = dice.random() < (0.5 if task.id.endswith("q5") else skill)
                wrong = {"points": 0.0, "misconception": "q1-speakers", "hint": "Count rows."}
                changes[task.id] = {} if right else wrong if task.id.endswith("q1") else {"points": 0.0}
        yield record(f"s{number:05}", **changes)


def reported(tmp_path, told, about=ABOUT):
    made = report.Report()
    for one in told:
        made.add(grades.with_marks(one))
    made.write(tmp_path / "report.html", MALI, about)
    return made.summary(), (tmp_path / "report.html").read_text(encoding="utf-8")


def test_the_report_tells_difficulty_and_discrimination(tmp_path):
    told = list(many(300))
    summary, html = reported(tmp_path, told)
    import numpy as np

    points = np.array([[task["points"] for task in one["tasks"]][:5] for one in told])
    for n, task in enumerate(summary["tasks"][:5]):
        rest = points.sum(axis=1) - points[:, n]
        assert task["discrimination"] == pytest.approx(np.corrcoef(points[:, n], rest)[0, 1])
        assert task["mean_share"] == task["full_marks"] == pytest.approx((points[:, n] > 0).mean())
    assert summary["tasks"][4]["discrimination"] < 0.2 < summary["tasks"][1]["discrimination"]
    assert summary["median_points"] == pytest.approx(np.median(points.sum(axis=1)))
    assert summary["wrong_answers"] == [
        {
            "task": "mali-gold-q1",
            "misconception": "q1-speakers",
            "hint": "Count rows.",
            "students": int((points[:, 0] == 0).sum()),
        }
    ]
    assert summary["statuses"] == {"partly_graded": 300} and summary["waiting"] == 300 and summary["workers"] == 2
    json.dumps(summary)
    text = words(html)
    assert "300 students." in text and "q1-speakers" in text and "300 students have an answer that waits" in text


def test_few_students_have_no_discrimination(tmp_path):
    summary, _ = reported(tmp_path, many(9))
    assert {task["discrimination"] for task in summary["tasks"]} == {None}
    summary, html = reported(tmp_path, [])
    assert summary["students"] == 0 and "Nothing has been marked." in html


def test_the_report_links_to_whom_a_person_must_look_at(tmp_path):
    told = [
        record("=1", status="flagged", message=LIVE),
        record("b c", status="timeout"),
        record("ok", status="graded", notes=[LIVE]),
    ]
    told += [record("gone", status="missing", message="Nothing was handed in."), record("bad", status="unreadable", name=LIVE)]
    for one in told:
        feedback.write_feedback(tmp_path, one, MALI)
    _, html = reported(tmp_path, told, ABOUT | {"sandbox": "<script>\u202e"})
    assert live(html) == [] and "\u202e" not in html
    links = [link["href"] for link in BeautifulSoup(html, "html.parser").find_all("a")]
    assert len(links) >= 4 and all((tmp_path / link).exists() for link in links)
    text = words(html)
    for title in ("Flagged (1)", "Ran out of time (1)", "Handed in nothing (1)", "Could not be read (1)"):
        assert title in text


def test_ten_thousand_students_need_no_more_memory_than_a_few(tmp_path):
    one = record(status="flagged")

    def told(count):
        for number in range(count):
            student = one | {"student": f"s{number:05}", "notes": [f"note {number}"]}
            made.add(student)
            yield student

    peaks = []
    for count in (500, 10_000):
        made = report.Report()
        tracemalloc.start()
        grades.write_grades(tmp_path / "g.csv", told(count))
        made.write(tmp_path / "report.html", MALI, ABOUT)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 1_000_000
    assert (tmp_path / "report.html").stat().st_size < 200_000


# Exports ----------------------------------------------------------------------


@pytest.fixture
def graded(tmp_path, book):
    told = [
        record("ana", name="Ana Example"),
        record("ben", full=False),
        record("cy", status="missing"),
        record("=1+1", name="=cmd()"),
    ]
    for one in told:
        results.save(tmp_path, one)
    book.add(told)
    mark(tmp_path, "ana", 6.5, comment="Say who counts.")
    mark(tmp_path, "=1+1", 2)
    return tmp_path


def test_the_plain_export_has_marks_and_blanks(graded):
    table = {row[0]: row[1:] for row in rows(export.export(graded, MALI.name, "csv", MALI))}
    assert table["student"] == ["exercise", "points", "max_points", "status", "comment"]
    assert table["ana"][1:4] == ["22.5", "24", "graded"] and "Say who counts." in table["ana"][4]
    assert table["ben"][1] == "" and table["cy"][1] == "", "what is not known is blank, never zero"
    assert table["'=1+1"][1] == "18"
    assert export.held_back(graded, MALI.name, MALI) == [("ben", "partly_graded"), ("cy", "missing")]
    partial = rows(export.export(graded, MALI.name, "csv", MALI, graded / "p.csv", partial=True))
    assert {row[0]: row[2] for row in partial[1:]} == {"ana": "22.5", "ben": "0", "cy": "0", "'=1+1": "18"}


def test_a_mark_of_an_earlier_answer_is_told_and_held_back(graded, book):
    changed = record("ana", name="Ana Example", memo="Another text.")
    book.add([changed])
    results.save(graded, changed)
    assert ("ana", "partly_graded") in export.held_back(graded, MALI.name, MALI)
    text = words(page(graded, changed, book.manual()))
    assert "6.5 of 8 points, given for an earlier answer" in text and "waits for a person." in text
    assert grades.with_marks(changed, book.manual())["points"] == 22.5


def test_canvas_gets_its_columns_and_ids_from_a_roster(graded):
    table = rows(export.export(graded, MALI.name, "canvas", MALI))
    assert table[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "mali-gold"]
    assert table[1] == ["    Points Possible", "", "", "", "", "24"]
    assert table[2:] == [["'=cmd()", "", "", "'=1+1", "", "18"], ["Ana Example", "", "", "ana", "", "22.5"]]
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Integration ID", "Section", "mali-gold (4711)"]
    students = [
        ["Example, Ana", "17", "u17", "ANA", "", 'Group "A", Monday', ""],
        ["Other, Ben", "18", "u18", "ben", "", "B", "3"],
    ]
    with open(graded / "roster.csv", "w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows([[*head, "Final Score"], ["    Points Possible", *[""] * 5, "24", "(read only)"], *students])
    table = rows(export.export(graded, MALI.name, "canvas", MALI))
    assert table[0] == head
    assert [*students[0][:-1], "22.5"] in table
    assert not [row for row in table if row[0] == "Other, Ben"], "an unknown mark must not clear one in Canvas"


@pytest.mark.parametrize(("encoding", "sign"), [("utf-8", ","), ("utf-16", "\t"), ("cp1252", ";")])
def test_moodle_gets_its_worksheet_back_or_a_table_for_import(graded, encoding, sign):
    table = rows(export.export(graded, MALI.name, "moodle", MALI))
    assert table[0] == ["ID number", "Email address", "Full name", "Grade", "Feedback comments"]
    assert table[2][:4] == ["ana", "", "Ana Example", "22.5"] and "Say who counts." in table[2][4]
    head = ["Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade", "Grade can be changed"]
    head += ["Last modified (submission)", "Last modified (grade)", "Feedback comments"]
    with open(graded / "roster.csv", "w", newline="", encoding=encoding) as file:  # as a spreadsheet may save it again
        csv.writer(file, delimiter=sign).writerows(
            [head, ["Participant 4", "ANA EXAMPLE", "a@example.org", "Abgegeben für die Gruppe", "", "24", "Yes", "-", "-", ""]]
        )
    table = rows(export.export(graded, MALI.name, "moodle", MALI))
    assert table[0] == head
    ana = dict(zip(head, next(row for row in table if row[0] == "Participant 4"), strict=True))
    assert ana["Grade"] == "22.5" and ana["Full name"] == "ANA EXAMPLE" and ana["Last modified (grade)"] == "-"
    assert ana["Status"] == "Abgegeben für die Gruppe"
    assert "Say who counts." in ana["Feedback comments"]


def test_an_export_of_nothing_and_unknown_formats_are_refused(tmp_path):
    with pytest.raises(ValueError, match="canvas"):
        export.export(tmp_path, MALI.name, "excel", MALI)
    with pytest.raises(ValueError, match="grade submissions first"):
        export.export(tmp_path, MALI.name, "csv", MALI)
    assert os.listdir(tmp_path) == []


# In a browser -----------------------------------------------------------------


def test_pages_are_accessible_and_fit_a_phone(tmp_path):
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    wrong = {
        "points": 0.0,
        "message": "by_place " + "must" * 40,
        "hint": "Count rows.",
        "misconception": "q1-speakers",
        "error": "E" * 200,
    }
    made = record(
        "ana", notes=["A note."], answers={"mali-gold-q1-answer": "x = 1\n" * 90, MEMO.id: LIVE}, **{"mali-gold-q1": wrong}
    )
    manual = {("ana", MEMO.id): grades.Mark(6.5, None, "Say who counts.")}
    paths = [
        feedback.write_feedback(tmp_path, made, MALI, manual),
        feedback.write_feedback(tmp_path, record("x", status="timeout"), MALI),
    ]
    reported(tmp_path, [*many(30), made, record("y" * 60, status="flagged", message="Look. " * 30)])
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=browser.find(), args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            tab = chrome.new_page(viewport={"width": 320, "height": 700}, color_scheme=scheme)
            said = []
            tab.on("console", lambda message, said=said: said.append(message.text))
            for path in [*paths, tmp_path / "report.html"]:
                tab.goto(path.as_uri())
                assert tab.evaluate("document.documentElement.scrollWidth") <= 320, path.name
                if path == paths[0]:
                    tab.locator("summary").first.click()
                assert said == []
                found = Axe().run(tab)
                assert found.violations_count == 0, f"{path.name} {scheme}\n{found.generate_report()}"
                said.clear()
            tab.close()
        chrome.close()
