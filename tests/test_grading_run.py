"""Grading a class from start to end: what comes out, again and again, on one machine or on a cluster."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from typer.testing import CliRunner

from classroom import KINDS, SETS, hand_in, kinds, notebook, points, row
from nexus import exercises
from nexus.bootstrap import ROOT
from nexus.cli import app
from nexus.grading import grades, intake, lint, paper, prepare, results, run, sandbox, session
from nexus.grading.session import Settings, Station
from nexus.release import release

FULL = {"number": 1, "string": 1, "list": 2, "table": 3, "function": 3, "chart": 2, "parts": 2, "memo": 0}
WRONG = {"number-answer": "total = 4"}


def mark(place, settings=None, executor=None, everything=False):
    """One run over place/in; (summary, {student: record})."""
    found = list(intake.find(place / "in", KINDS))
    with executor or ThreadPoolExecutor(2) as workers:
        job = run.Run(KINDS, kinds(), settings or Settings(), place / "out", 2, everything)
        summary = job.grade(found, workers)
    return summary, {record["student"]: record for record in results.records(place / "out", "kinds")}


@pytest.fixture(scope="module", autouse=True)
def warm():
    """The warm processes last from test to test."""
    yield
    run.pool.close()


@pytest.fixture
def place(tmp_path):
    """A class of three: all right, one wrong, nothing done."""
    hand_in(tmp_path / "in", "ana", notebook(KINDS), "kinds")
    hand_in(tmp_path / "in", "ben", notebook(KINDS, WRONG), "kinds")
    hand_in(tmp_path / "in", "cem", notebook(KINDS, blank=True), "kinds")
    return tmp_path


def test_every_kind_of_answer_is_marked(place):
    summary, records = mark(place)
    assert points(records["ana"]) == FULL
    assert points(records["ben"]) == FULL | {"number": 0}
    assert row(records["ben"], "number")["message"].endswith("The value of `total` is not right.")
    assert set(points(records["cem"]).values()) == {0} and records["cem"]["status"] == "graded"
    assert (summary["students"], summary["marked"], summary["kept"]) == (3, 3, 0)
    table = list(csv.DictReader((place / "out" / "grades.csv").open(encoding="utf-8")))
    assert list(table[0]) == ["student", "exercise", "task", "points", "max_points", "status", "message"]
    assert [line["student"] for line in table if line["task"] == "total"] == ["ana", "ben", "cem"]
    assert len(table) == 3 * (len(FULL) + 1)


def test_part_of_the_points(place):
    hand_in(place / "in", "dia", notebook(KINDS, {"parts-answer": "smallest, camp_of = 40, 'north'"}), "kinds")
    task = row(mark(place)[1]["dia"], "parts")
    assert (task["points"], task["max_points"]) == (1, 2)


TABLE = """
known = camps.dropna()
shares = pd.DataFrame({"camp": known["camp"], "pct": known["people"] / 2.4})
shares = shares.sort_values("pct", ascending=False).reset_index(drop=True)
pct = shares.set_index("camp")["pct"]
"""
FUNCTION = """
class Ranking:
    def __call__(self, table, column, n):
        return list(table.dropna(subset=[column]).nlargest(n, column)["camp"])
top = lambda table, column, n=1: Ranking()(table, column, n)
"""
CHART = """
bars = alt.Chart(camps.query("open")).mark_bar(color="grey")
chart = bars.encode(alt.X("people").title("People"), alt.Y("camp"))
"""


@pytest.mark.parametrize(
    "answers",
    [
        {"table-answer": TABLE},
        {"function-answer": FUNCTION},
        {"chart-answer": CHART},
        {"number-answer": "import numpy as np\ntotal = np.float64(np.nansum(camps['people']))"},
        {"list-answer": "unknown = [*camps['camp'][camps['people'].isna()]]\nby_camp = dict(west=40, south=80.0, north=120)"},
        {"number-answer": "!echo hello > greeting.txt\n%time total = 240\nassert open('greeting.txt').read() == 'hello\\n'"},
        {"string-answer": "import asyncio\nawait asyncio.sleep(0)\nlargest = 'North'"},
    ],
)
def test_another_right_answer_keeps_full_marks(place, answers):
    hand_in(place / "in", "eve", notebook(KINDS, answers), "kinds")
    record = mark(place)[1]["eve"]
    assert points(record) == FULL, [task["message"] + task["error"] for task in record["tasks"]]


def test_a_second_run_marks_only_what_has_changed(place):
    mark(place)
    before = {path: path.read_bytes() for path in (place / "out").rglob("*") if path.suffix in (".json", ".html", ".csv")}
    assert (mark(place)[0]["marked"], mark(place)[0]["kept"]) == (0, 3)
    same = [path for path in before if path.name != "report.html" and path.read_bytes() != before[path]]
    assert same == []
    (place / "in" / "ben" / "kinds" / "kinds.ipynb").write_text(json.dumps(notebook(KINDS)), encoding="utf-8")
    summary, records = mark(place)
    assert (summary["marked"], points(records["ben"])) == (1, FULL)
    assert mark(place, everything=True)[0]["marked"] == 3


def test_who_hands_in_late_is_added_to_the_others(place):
    mark(place)
    shutil.rmtree(place / "in")
    hand_in(place / "in", "zoe", notebook(KINDS), "kinds")
    _, records = mark(place)
    assert list(records) == ["ana", "ben", "cem", "zoe"]


def test_a_mark_by_a_person_is_never_lost(place):
    mark(place)
    with Gradebook(f"sqlite:///{place / 'out' / 'gradebook.db'}") as book:
        grade = book.find_grade("kinds-memo", "kinds", "kinds", "ana")
        assert grade.needs_manual_grade
        grade.manual_score, grade.needs_manual_grade = 3, False
        book.db.commit()
    for everything in (False, True):
        mark(place, everything=everything)
        (total,) = [
            line
            for line in csv.DictReader((place / "out" / "grades.csv").open(encoding="utf-8"))
            if (line["student"], line["task"]) == ("ana", "total")
        ]
        assert (float(total["points"]), total["status"]) == (sum(FULL.values()) + 3, "graded")
    assert "3 of 4" in (place / "out" / "feedback" / "ana.html").read_text(encoding="utf-8")


def test_a_run_that_was_killed_goes_on_where_it_was(tmp_path):
    sheet, out = paper.named("mali-gold"), tmp_path / "out"
    for number in range(40):
        hand_in(tmp_path / "in", f"s{number:02d}", notebook(sheet), "mali-gold")
    words = [sys.executable, "-m", "nexus", "grade", "mali-gold", str(tmp_path / "in"), "--out", str(out), "--json"]
    killed = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 120
    while len(list((out / "results").glob("*.json"))) < 5 and time.monotonic() < until:
        time.sleep(0.02)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    done = len(list((out / "results").glob("*.json")))
    assert 5 <= done < 40
    summary = json.loads(subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    assert (summary["students"], summary["kept"], summary["marked"]) == (40, done, 40 - done)
    assert {record["points"] for record in results.records(out, "mali-gold")} == {16}
    with Gradebook(f"sqlite:///{out / 'gradebook.db'}") as book:
        assert len(book.assignment_submissions("mali-gold")) == 40


def test_the_roster_names_the_class_and_who_is_missing(place):
    (place / "roster.csv").write_text("student,name\nana,Ana A.\nyan,Yan Y.\n", encoding="utf-8")
    roster = intake.read_roster(place / "roster.csv")
    with ThreadPoolExecutor(1) as executor:
        found = list(intake.find(place / "in", KINDS, roster))
        summary = run.Run(KINDS, kinds(), Settings(), place / "out", 1).grade(found, executor)
    record = results.load(place / "out", "yan")
    assert (summary["students"], record["status"], record["name"]) == (4, "missing", "Yan Y.")
    assert {task["status"] for task in record["tasks"]} == {"missing"}
    assert results.load(place / "out", "ana")["name"] == "Ana A."


def test_a_late_hand_in_with_the_roster_leaves_the_others_as_they_were(place):
    (place / "roster.csv").write_text("student\nana\nben\ncem\nzoe\n", encoding="utf-8")
    _, before = mark(place)
    shutil.rmtree(place / "in")
    hand_in(place / "in", "zoe", notebook(KINDS), "kinds")
    roster = intake.read_roster(place / "roster.csv")
    for everything in (False, True):
        with ThreadPoolExecutor(1) as executor:
            job = run.Run(KINDS, kinds(), Settings(), place / "out", 1, everything)
            job.grade(list(intake.find(place / "in", KINDS, roster)), executor)
            after = {record["student"]: record for record in results.records(place / "out", "kinds")}
        assert {student: after[student]["points"] for student in before} == {s: before[s]["points"] for s in before}
        assert after["zoe"]["status"] == "partly_graded"


def test_more_time_marks_again_what_ran_out_of_it(place):
    hand_in(place / "in", "dia", notebook(KINDS, {"number-answer": "import time; time.sleep(1.2); total = 240"}), "kinds")
    _, records = mark(place, Settings(seconds=3))
    assert row(records["dia"], "number")["status"] == "timeout"
    assert mark(place, Settings(seconds=3))[0]["marked"] == 0
    summary, records = mark(place, Settings(seconds=15))
    assert (summary["marked"], points(records["dia"])) == (1, FULL)


def test_one_folder_holds_the_marks_of_one_set(place):
    mark(place)
    sheet = paper.named("mali-gold")
    with pytest.raises(ValueError, match="holds the marks of kinds: choose another folder"), ThreadPoolExecutor(1) as executor:
        run.Run(sheet, None, Settings(), place / "out", 1).grade([], executor)


def test_another_sets_folder_keeps_its_class_list(place):
    mark(place)
    (place / "out" / "roster.csv").write_text("id,name\nana,Ana\n")
    (place / "new.csv").write_text("id,name\nzoe,Zoe\n")
    words = ["grade", "mali-gold", str(place / "in"), "--out", str(place / "out"), "--students"]
    done = CliRunner().invoke(app, [*words, str(place / "new.csv")])
    assert done.exit_code == 1 and "holds the marks of kinds" in done.stderr
    assert (place / "out" / "roster.csv").read_text() == "id,name\nana,Ana\n"
    run.keep_roster(place / "out", place / "out" / "roster.csv")  # the list that was kept may be given again


def test_an_empty_folder_is_no_class(tmp_path):
    (tmp_path / "in").mkdir()
    done = CliRunner().invoke(app, ["grade", "mali-gold", str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    assert done.exit_code == 1 and "holds no submissions" in done.stderr


def plain(records):
    """Records without what differs from run to run."""
    return {student: {key: value for key, value in record.items() if key != "seconds"} for student, record in records.items()}


def test_a_cluster_gives_the_same_results(place):
    from distributed import Client, LocalCluster

    (place / "in" / "dan").mkdir()
    (place / "in" / "dan" / "kinds.ipynb").write_bytes(b"no notebook")
    for number in range(12):
        hand_in(place / "in", f"s{number:02d}", notebook(KINDS, WRONG if number % 2 else {}), "kinds")
    _, here = mark(place)
    shutil.rmtree(place / "out")
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        _, there = mark(place, executor=client.get_executor())
        pids = set(client.run(os.getpid).values())
    assert len(pids) == 2 and os.getpid() not in pids
    assert plain(there) == plain(here)


# Where there is no sandbox, or half of one --------------------------------------


def test_without_a_sandbox_the_command_refuses_and_names_the_ways_out(monkeypatch, tmp_path):
    monkeypatch.setattr(sandbox, "fault", lambda: "the program bubblewrap (bwrap) is not installed")
    done = CliRunner().invoke(app, ["grade", "mali-gold", str(tmp_path), "--out", str(tmp_path / "out")])
    assert done.exit_code == 1 and not (tmp_path / "out").exists()
    assert "apt install bubblewrap" in done.stderr and "WSL2" in done.stderr and "--no-sandbox" in done.stderr


def test_no_sandbox_warns_and_marks(tmp_path):
    hand_in(tmp_path / "in", "ana", notebook(paper.named("mali-gold")), "mali-gold")
    words = ["grade", "mali-gold", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--no-sandbox", "--json"]
    done = subprocess.run([sys.executable, "-m", "nexus", *words], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "It can read your files, the hidden tests too" in done.stderr
    summary = json.loads(done.stdout)
    assert (summary["students"], summary["sandbox"], summary["median_points"]) == (1, "none", 16)


def test_where_forks_cannot_be_locked_in_each_submission_has_a_sandbox_of_its_own(monkeypatch, place):
    run.pool.close()
    monkeypatch.setattr(sandbox, "nests", lambda: False)
    leave = "for place in ['.', '/tmp']:\n    open(f'{place}/left', 'w').close()\ntotal = 240"
    find = "import os\ntotal = 240 - sum(os.path.exists(f'{place}/left') for place in ['.', '/tmp'])"
    hand_in(place / "in", "dia", notebook(KINDS, {"number-answer": leave}), "kinds")
    hand_in(place / "in", "eve", notebook(KINDS, {"number-answer": find}), "kinds")
    _, records = mark(place)
    run.pool.close()
    assert [points(records[student]) for student in ("ana", "dia", "eve")] == [FULL] * 3
    assert points(records["ben"]) == FULL | {"number": 0}


def test_a_test_that_does_not_end_is_left_to_a_person_and_holds_nobody_up(monkeypatch, place):
    monkeypatch.setattr(session, "JUDGING", 1)
    test = KINDS.by_id["kinds-number"]
    stuck = replace(test, source=test.source.replace("assert float(total) == 240", "while float(total) == 4: pass"))
    sheet = replace(KINDS, cells=tuple(stuck if cell is test else cell for cell in KINDS.cells))
    with ThreadPoolExecutor(2) as executor:
        job = run.Run(sheet, prepare.prepare(sheet, course=SETS, cache=None), Settings(seconds=2), place / "out", 2)
        job.grade(list(intake.find(place / "in", sheet)), executor)
    records = {record["student"]: record for record in results.records(place / "out", "kinds")}
    assert points(records["ana"]) == FULL
    assert records["ben"]["status"] == "flagged"
    assert row(records["ben"], "number")["message"].endswith("A person will look at it.")


def test_when_a_process_of_ours_dies_the_submission_is_marked_all_the_same():
    with kinds().hall(KINDS, Settings()) as hall, Station(hall) as station:
        station.mark(prepare.solution(KINDS))
        hall.warm.process.kill()
        hall.warm.process.wait()
        outcome = station.mark(prepare.solution(KINDS))
    assert all(verdict["share"] in (1, None) for verdict in outcome.verdicts.values()) and len(outcome.verdicts) == 7


# What authors are told ----------------------------------------------------------


def changed(task, source=None, old=None, new=None):
    """KINDS with another source of one cell."""
    cell = KINDS.by_id[f"kinds-{task}"]
    other = replace(cell, source=source if source is not None else cell.source.replace(old, new))
    assert other != cell
    return replace(KINDS, cells=tuple(other if one is cell else one for one in KINDS.cells))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('assert globals()["total"] == 240', "without globals"),
        ('assert eval("total") == 240', "without eval"),
        ("assert total is camps", "compare with =="),
        ("assert top.__code__.co_argcount == 3", "__code__ belongs to code"),
        ('assert chart.mark == "bar"', "read a chart through .to_dict()"),
        ("try:\n    top(camps, 'people')\nexcept Exception:\n    pass", "this `except` lets every failure pass"),
        ("try:\n    top(camps, 'people')\nexcept OwnError:\n    score = 1", "OwnError: errors of students' functions"),
        ("assert isinstance(total, Camp)", "Camp: objects of a student's class"),
        ("assert total ==", "this is not Python"),
    ],
)
def test_a_test_that_would_not_work_is_named_before_release(line, said):
    sheet = changed("number", source=f"### BEGIN HIDDEN TESTS\n{line}\n### END HIDDEN TESTS")
    (fault,) = lint.faults(sheet)
    assert fault.startswith("kinds-number, line ") and said in fault
    with pytest.raises(prepare.Unfit, match="kinds-number"):
        prepare.prepare(sheet, course=SETS, cache=None)


def test_a_visible_check_may_not_need_a_hidden_one():
    sheet = changed("number", source="### BEGIN HIDDEN TESTS\nright = 240\n### END HIDDEN TESTS\nassert total == right, 'no'")
    assert lint.faults(sheet) == ["kinds-number: a visible check needs right from the hidden tests"]


@pytest.mark.parametrize(
    ("task", "old", "new", "said"),
    [
        ("number-answer", "sum()", "mean()", "kinds-number: the author's own solution fails. The value of `total`"),
        ("number-answer", "total = int", "total = itn", "kinds-number-answer: the author's own solution stops with NameError"),
        (
            "table-answer",
            "known = camps",
            "camps['tents'] = 1\nknown = camps",
            "kinds-function: camps comes from the set-up",
        ),
    ],
)
def test_a_set_whose_own_solution_does_not_pass_is_refused(task, old, new, said):
    with pytest.raises(prepare.Unfit) as error:
        prepare.prepare(changed(task, old=old, new=new), course=SETS, cache=None)
    assert said in str(error.value)


def test_no_set_is_released_before_its_solution_passes(tmp_path, monkeypatch):
    course = tmp_path / "exercises"
    shutil.copytree(exercises.COURSE / "source" / "mali-gold", course / "source" / "mali-gold")
    shutil.copy(exercises.COURSE / "nbgrader_config.py", course)
    source = course / "source" / "mali-gold" / "mali-gold.ipynb"
    source.write_text(source.read_text(encoding="utf-8").replace("* 100).round(1)", "* 100).round(2)"), encoding="utf-8")
    monkeypatch.setattr(exercises, "COURSE", course)
    with pytest.raises(ValueError, match="mali-gold-q3: the author's own solution fails"):
        release()
    assert not (course / "release").exists()


def test_a_total_is_blank_in_an_export_until_prose_is_marked(place):
    from nexus.grading.export import export

    mark(place)
    text = export(place / "out", "kinds", "csv", KINDS).read_text(encoding="utf-8")
    totals = {line["student"]: line["points"] for line in csv.DictReader(text.splitlines())}
    assert totals == {"ana": "", "ben": "", "cem": "0"}
    assert grades.COLUMNS[0] == "student"


def test_the_command_exits_well_whatever_was_handed_in(tmp_path):
    place = tmp_path / "in"
    hand_in(place, "ana", notebook(paper.named("mali-gold")), "mali-gold")
    hand_in(place, "ben", b"<html>", "mali-gold")
    hand_in(place, "=1+1", b"\xff\xfe\x00", "mali-gold")
    done = CliRunner().invoke(app, ["grade", "mali-gold", str(place), "--out", str(tmp_path / "out"), "--json"])
    assert done.exit_code == 0
    summary = json.loads(done.stdout)
    assert summary["statuses"]["unreadable"] == 2 and summary["students"] == 3
    assert "'=1+1,mali-gold" in (tmp_path / "out" / "grades.csv").read_text(encoding="utf-8")
    done = CliRunner().invoke(app, ["export", "mali-gold", "--out", str(tmp_path / "out"), "--format", "moodle"])
    assert done.exit_code == 0 and Path(done.stdout.splitlines()[0]).exists()
