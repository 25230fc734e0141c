"""The commands `grade` and `export`: where things lie, who does the work, what is printed."""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from nexus.bootstrap import ROOT
from nexus.grading import export as exporting
from nexus.grading import intake, paper, run, sandbox
from nexus.grading.grades import HANDED_IN_NOTHING
from nexus.grading.prepare import prepare
from nexus.grading.session import Settings

WARNING = """No sandbox: students' code runs with your rights. It can read your files, the hidden tests too, and change marks.
Grade only work that you wrote yourself."""


def place(exercise, out):
    """The folder that holds the marks of an exercise."""
    return Path(out) if out else ROOT / "graded" / exercise


def grade(exercise, submissions, out, students, workers, dask, timeout, everything, sandboxed, as_json):
    """Mark a class; returns what to print. ValueError, OSError or RuntimeError with a plain message when it cannot begin."""
    sheet = paper.named(exercise)
    if sandboxed:
        sandbox.require()
    else:
        print(WARNING, file=sys.stderr)
    settings, out = Settings(seconds=timeout, sandbox=sandboxed), place(exercise, out)
    roster = intake.read_roster(students) if students else None
    found = list(intake.find(submissions, sheet, roster))
    if not found:
        raise ValueError(f"{submissions} holds no submissions: it should hold a folder or a notebook for each student.")
    prepared = prepare(sheet, Settings(sandbox=sandboxed))
    run.own(out, sheet)
    if students:
        run.keep_roster(out, students)
    with _executor(workers, dask) as (executor, workers), _bar(len(found), as_json) as progress:
        job = run.Run(sheet, prepared, settings, out, workers, everything, progress)
        summary = job.grade(found, executor)
    if not dask:  # what the workers of a cluster used, their own machines know
        summary["cpu_seconds"] = round(time.process_time() + run.pool.close(), 2)
    return json.dumps(summary, indent=1) if as_json else told(summary, out)


@contextmanager
def _executor(workers, dask):
    """Threads of this process, each with a sandbox and a judge of its own, or an existing Dask cluster."""
    if not dask:
        with ThreadPoolExecutor(workers) as executor:
            yield executor, workers
        return
    try:
        from distributed import Client
    except ImportError:
        raise ValueError("--dask needs the package distributed: .venv/bin/python -m pip install distributed") from None
    with Client(dask) as client:
        threads = sum(client.nthreads().values())
        yield client.get_executor(), max(threads, 1)


@contextmanager
def _bar(total, quiet):
    """A callback that shows how many submissions are accounted for."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = [TextColumn("Marking"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()]
    with Progress(*columns, console=Console(stderr=True), disable=quiet) as progress:
        task = progress.add_task("", total=total)
        yield lambda done: progress.update(task, completed=done)


def told(summary, out):
    """The summary in words."""
    counts = ", ".join(f"{count} {status.replace('_', ' ')}" for status, count in summary["statuses"].items() if count)
    return f"Students: {summary['students']} ({counts}). Marked now: {summary['marked']}.\nThe report is {out / 'report.html'}"


def export(exercise, form, out, partial):
    """Write the marks for a platform; returns what to print."""
    sheet = paper.named(exercise)
    made = exporting.export(place(exercise, out), exercise, form, sheet, partial=partial)
    held = exporting.held_back(place(exercise, out), exercise, sheet)
    waiting = sum(status not in HANDED_IN_NOTHING for _, status in held)
    note = f"\nProse that nobody has marked yet: {waiting}; these totals are left out." if waiting and not partial else ""
    return f"{made}{note}"
