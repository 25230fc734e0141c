"""How much our grader costs beside nbgrader, on the same submissions, in one run.

    .venv/bin/python benchmarks/grading.py [--submissions 200] [--nbgrader 20] [--workers 2] [--set mali-gold]

Makes honest submissions to a set (two of three all right, one with a known wrong answer), has both graders mark
them as an instructor would - one command each, everything from reading files to the gradebook - and prints a table.
nbgrader marks one submission after the other at a steady pace, so that a part of the class is enough to know it:
`--nbgrader` says how many (all: the number of submissions). CPU is that of the command and all that it started.

nbgrader starts a Python for each submission and imports its packages anew. What that costs depends on whether their
byte code is stored: less than half with it. The table says which it was.
"""

import argparse
import copy
import importlib.util
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from nexus import exercises  # noqa: E402
from nexus.grading import gradebook, paper, prepare  # noqa: E402
from nexus.release import generate  # noqa: E402


def submissions(name, count, folder):
    """Write `count` notebooks as nbgrader wants them: <student>/<set>/<set>.ipynb, with the data beside them."""
    sheet = paper.named(name)
    wrong = prepare.alternatives(sheet)
    release = exercises.COURSE / "release" / name
    empty = json.loads((release / f"{name}.ipynb").read_text(encoding="utf-8"))
    for number in range(count):
        answers = {cell.id: cell.source for cell in sheet.cells}
        if number % 3 == 0:
            one = wrong[number // 3 % len(wrong)]
            answers[one.cell] = one.source
        made = copy.deepcopy(empty)
        for cell in made["cells"]:
            if cell["metadata"]["nbgrader"]["solution"]:
                cell["source"] = answers[cell["metadata"]["nbgrader"]["grade_id"]]
        place = folder / f"student{number:05d}" / name
        shutil.copytree(release / "data", place / "data")
        (place / f"{name}.ipynb").write_text(json.dumps(made), encoding="utf-8")


def measured(command, folder, environment=None):
    """(CPU seconds, wall seconds, peak MB, output) of a command and of those that it started and waited for."""
    before, begun, peak, over = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter(), [0], threading.Event()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    watch = threading.Thread(target=_watch, args=(process.pid, peak, over))
    watch.start()
    said = process.communicate()[0]
    over.set()
    watch.join()
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{said[-2000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, peak[0], said


def _watch(pid, peak, over):
    """The most memory that the process and those below it held together (proportional set size), in MB."""
    import psutil

    while not over.wait(0.25):
        total = 0
        try:
            for process in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
                total += process.memory_full_info().pss
        except (psutil.Error, OSError):
            continue
        peak[0] = max(peak[0], total / 2**20)


def with_nbgrader(name, source, count, folder):
    """Mark the first `count` submissions with nbgrader autograde."""
    course = folder / "nbgrader"
    course.mkdir()
    generate(course, [name])
    for student in sorted(source.iterdir())[:count]:
        shutil.copytree(student, course / "submitted" / student.name)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    command = [sys.executable, "-m", "nbgrader", "autograde", name, f"--db=sqlite:///{course / 'gradebook.db'}"]
    return measured(command, course, os.environ | {"PATH": path})


def with_ours(name, source, workers, folder):
    """Mark all submissions with `python -m nexus grade`."""
    command = [
        sys.executable,
        "-m",
        "nexus",
        "grade",
        name,
        str(source),
        "--out",
        str(folder / "ours"),
        "--workers",
        str(workers),
    ]
    _, wall, peak, said = measured([*command, "--json"], ROOT)
    # What lives in the sandbox is nobody's child that we could ask about: the grader adds up what its processes say.
    return json.loads(said[said.index("{") :])["cpu_seconds"], wall, peak


def marks(folder, name, nbgrader_db):
    """Both graders' totals of checked tasks, by student, for those that both marked."""
    from nbgrader.api import Gradebook

    ours = {}
    for path in (folder / "ours" / "results").glob("*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        ours[record["student"]] = record["points"]
    with Gradebook(nbgrader_db) as book:
        theirs = {one.student.id: one.score for one in book.assignment_submissions(name)}
    return {student: (ours[student], score) for student, score in theirs.items()}


def _compiled():
    """Whether Python finds packages compiled, as pip leaves them, or compiles them at each start."""
    found = importlib.util.find_spec("nbconvert")
    return bool(found and found.cached and Path(found.cached).exists())


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--submissions", type=int, default=200)
    words.add_argument("--nbgrader", type=int, default=20)
    words.add_argument("--workers", type=int, default=2)
    words.add_argument("--set", default="mali-gold")
    words.add_argument("--table", type=Path, default=ROOT / ".build" / "benchmark-grading.csv")
    given = words.parse_args()
    part = min(given.nbgrader, given.submissions)
    # Both graders get the set ready before the clock runs: nbgrader by generate_assignment.
    prepare.prepare(paper.named(given.set))
    gradebook.template(paper.named(given.set))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        submissions(given.set, given.submissions, folder / "in")
        print(f"{given.submissions} submissions to {given.set}; nbgrader marks {part} of them", flush=True)
        # Ours takes seconds: before and after, so that a busy moment of the machine does not count for one side alone.
        before = with_ours(given.set, folder / "in", given.workers, folder / "first")
        theirs = with_nbgrader(given.set, folder / "in", part, folder)
        after = with_ours(given.set, folder / "in", given.workers, folder)
        ours = [(one + other) / 2 for one, other in zip(before, after, strict=True)]
        both = marks(folder, given.set, f"sqlite:///{folder / 'nbgrader' / 'gradebook.db'}")
    if different := {student: pair for student, pair in both.items() if pair[0] != pair[1]}:
        raise SystemExit(f"the two graders do not agree: {different}")
    rows = [("grader", "submissions", "cpu_s_each", "wall_s_each", "peak_mb")]
    rows += [("nbgrader", part, *(f"{value / part:.3f}" for value in theirs[:2]), f"{theirs[2]:.0f}")]
    rows += [("nexus", given.submissions, *(f"{value / given.submissions:.3f}" for value in ours[:2]), f"{ours[2]:.0f}")]
    given.table.parent.mkdir(exist_ok=True)
    given.table.write_text("".join(",".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")
    for row in rows:
        print("".join(f"{value!s:>14}" for value in row))
    print(f"byte code of the packages: {'stored' if _compiled() else 'not stored'}")
    print(f"the same marks for all {len(both)} students that both marked")
    print(f"CPU ratio: {(theirs[0] / part) / (ours[0] / given.submissions):.1f}")
    print(f"wall ratio: {(theirs[1] / part) / (ours[1] / given.submissions):.1f}")


if __name__ == "__main__":
    main()
