"""Students who attack the grader: no mark is forged, nothing is read or left behind, and neighbours keep their marks."""

import os
import re
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
import yaml

from classroom import KINDS, altered, hand_in, kinds, notebook, points, row
from nexus.grading import intake, results, run
from nexus.grading.session import Settings

FULL = {"number": 1, "string": 1, "list": 2, "table": 3, "function": 3, "chart": 2, "parts": 2, "memo": 0}
CANARY = "canary-4f1d"  # stands where no student may look
HIDDEN = ["lower() ==", "score = score", '"tents"', "16.67", "pct.sum()", "by_camp ==", "unknown ==", "BEGIN HIDDEN"]
SECONDS = 7.5


ATTACKS = yaml.safe_load((Path(__file__).parent / "attacks.yml").read_text(encoding="utf-8"))
# Attacks on the notebook itself; all of them hand in a wrong number.
CHANGES = {
    "edited tests": lambda made: [c.update(source="assert True") for c in made["cells"] if c["metadata"]["nbgrader"]["grade"]],
    "more points": lambda made: [cell["metadata"]["nbgrader"].update(points=1000) for cell in made["cells"]],
    "no tests": lambda made: made.update(cells=[c for c in made["cells"] if not c["metadata"]["nbgrader"]["grade"]]),
    "tests twice": lambda made: made["cells"].extend(made["cells"][:]),
    "tests moved": lambda made: made["cells"].reverse(),
}
WRONG = {"answers": {"number": "total = 7"}, "lost": ["number"], "said": "value of `total`"}
CASES = ATTACKS | dict.fromkeys(CHANGES, WRONG)
NAMES = {name: f"{n:02d} {name}" for n, name in enumerate(CASES)}  # sorted as written: some come in two parts
HONEST = ["00 ana", "35 ben", "99 zoe"]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder that the grader may use but students may not see; and a listening port that nobody should reach."""
    return tmp_path_factory.mktemp("class")


@pytest.fixture(scope="module")
def graded(place):
    """The records of one run over all attacks and three honest students between them, and what the port heard."""
    heard = []
    server = socket.create_server(("127.0.0.1", 0))

    def listen():
        with suppress(OSError):  # closed at the end, and nobody came
            heard.append(server.accept())

    threading.Thread(target=listen, daemon=True).start()
    os.environ["NEXUS_SECRET"] = CANARY
    (place / "canary.txt").write_text(CANARY)
    for name, case in CASES.items():
        answers = {cell_of(task): code.replace("PORT", str(server.getsockname()[1])) for task, code in case["answers"].items()}
        made = altered(notebook(KINDS, answers), CHANGES.get(name, lambda made: None))
        hand_in(place / "in", NAMES[name], made, "kinds")
    for student in HONEST:
        hand_in(place / "in", student, notebook(KINDS), "kinds")
    settings = Settings(seconds=SECONDS, memory=400 * 2**20)
    try:
        with ThreadPoolExecutor(2) as executor:
            job = run.Run(KINDS, kinds(), settings, place / "out", 2)
            job.grade(intake.find(place / "in", KINDS), executor)
            run.pool.close()
    finally:
        del os.environ["NEXUS_SECRET"]
        server.close()
    return {record["student"]: record for record in results.records(place / "out", "kinds")}, heard


def cell_of(task):
    """Where the answer to a task stands."""
    return task if task == "memo" else f"{task}-answer"


@pytest.mark.parametrize("name", CASES)
def test_an_attack_gains_nothing(graded, name):
    case, record = CASES[name], graded[0][NAMES[name]]
    lost = FULL if case.get("lost") == "all" else case.get("lost", [])
    assert points(record) == FULL | dict.fromkeys(lost, 0), [task["message"] for task in record["tasks"]]
    attacked = row(record, next(iter(lost), "number"))
    assert case.get("said", "") in f"{attacked['message']} {attacked['error']}"
    assert attacked["status"] == case.get("status", "graded")


@pytest.mark.parametrize("student", HONEST)
def test_neighbours_keep_their_marks(graded, student):
    assert points(graded[0][student]) == FULL
    assert row(graded[0][student], "memo")["status"] == "needs_manual"
    assert graded[0][student]["notes"] == []


def told(place):
    """Everything that students get, and the table and report that quote it."""
    paths = [
        *place.glob("out/feedback/*"),
        *place.glob("out/results/*"),
        place / "out" / "grades.csv",
        place / "out" / "report.html",
    ]
    return {path.name: path.read_text(encoding="utf-8") for path in paths}


def test_nothing_secret_is_in_what_students_get(graded, place):
    texts = told(place)
    assert len(texts) == 2 * len(graded[0]) + 2
    for name, text in texts.items():
        assert CANARY not in text and str(place) not in text, name
        quoted = text.split('"answers"')[0] if name.endswith(".json") else re.sub(r"<pre.*?</pre>", "", text, flags=re.DOTALL)
        assert [secret for secret in HIDDEN if secret in quoted.replace("&#34;", '"')] == [], name


def test_no_process_and_no_connection_is_left(graded):
    def left():
        anywhere = [process for process in psutil.process_iter(["cmdline"]) if "98765" in (process.info["cmdline"] or [])]
        return anywhere + [process for process in psutil.Process().children(recursive=True) if process.name() == "bwrap"]

    until = time.monotonic() + 20
    while left() and time.monotonic() < until:
        time.sleep(0.1)  # the kernel takes a moment to clear away
    assert left() == []
    assert graded[1] == []


def test_the_attacks_are_real():
    """Outside the sandbox the same code does harm: it finds the secret, and what it forges passes."""
    os.environ["NEXUS_SECRET"] = CANARY
    try:
        with pytest.raises(RuntimeError, match=CANARY):
            exec(ATTACKS["reads environment"]["answers"]["number"], {})
    finally:
        del os.environ["NEXUS_SECRET"]
    names = {}
    exec(ATTACKS["always equal"]["answers"]["number"], names)
    assert float(names["total"]) == 240 and names["total"] == 240
