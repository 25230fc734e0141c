"""Grade a class: stream its submissions through workers and write down what comes back.

Any executor of `concurrent.futures` will do. Results are stored one by one, so that a run that was cut off goes on
where it was; a submission that has not changed is not marked again.
"""

import atexit
import shutil
import threading
import time
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, wait
from dataclasses import dataclass
from pathlib import Path

from nexus.grading import feedback, grades, intake, marking, results
from nexus.grading.gradebook import Gradebook
from nexus.grading.paper import Paper
from nexus.grading.prepare import Prepared
from nexus.grading.report import Report
from nexus.grading.session import Settings, Station

BATCH = 8  # submissions in one task of a worker,
BATCH_BYTES = 4 * 2**20  # or less when they are large
STORED = 50  # records in one transaction of the gradebook


@dataclass(frozen=True)
class Item:
    """A submission as it travels to a worker: its content, or why there is none as (status, message)."""

    student: str
    name: str | None
    label: str
    notes: tuple
    data: bytes = b""
    fault: tuple = ()

    def load(self):
        if self.fault:
            raise (intake.Missing if self.fault[0] == "missing" else intake.Unreadable)(self.fault[1])
        return self.data


def taken(submission):
    """An Item from intake's Submission."""
    about = (submission.student, submission.name, submission.label, tuple(submission.notes))
    try:
        return Item(*about, data=submission.load())
    except intake.Missing as error:
        return Item(*about, fault=("missing", str(error)))
    except intake.Unreadable as error:
        return Item(*about, fault=("unreadable", str(error)))


# In a worker ------------------------------------------------------------------


class Pool:
    """The hall and the idle stations of this process, for one exercise at a time."""

    def __init__(self):
        self.key, self.hall, self.idle, self.lock = None, None, [], threading.Lock()

    def take(self, key, paper, prepared, settings):
        """An idle station, or a new one."""
        with self.lock:
            if self.key != key:
                self.close()
                self.key, self.hall = key, prepared.hall(paper, settings)
            return self.idle.pop() if self.idle else Station(self.hall)

    def give(self, key, station):
        """A station that is not needed now."""
        with self.lock:
            if self.key == key:
                self.idle.append(station)
            else:
                station.close()

    def close(self):
        """End all that is idle, and the warm processes; returns the CPU seconds that they used."""
        for station in self.idle:
            station.close()
        if self.hall:
            self.hall.close()
        used = self.hall.cpu if self.hall else 0.0
        self.key, self.hall, self.idle = None, None, []
        return used


pool = Pool()
atexit.register(pool.close)


def work(paper, prepared, settings, items):
    """Mark some submissions with a Station of this process; returns their records in order."""
    key = (prepared.digest, settings)
    station = pool.take(key, paper, prepared, settings)
    try:
        return [marking.grade(item, paper, prepared, station) for item in items]
    finally:
        pool.give(key, station)


# The driver -------------------------------------------------------------------


def batches(items):
    """Lists of items, bounded in number and bytes."""
    batch, size = [], 0
    for item in items:
        batch.append(item)
        size += len(item.data)
        if len(batch) == BATCH or size > BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def marked(executor, workers, paper, prepared, settings, items):
    """The records of the items, in any order. No more than two batches for each worker are under way."""
    pending = set()
    for batch in batches(items):
        if len(pending) >= 2 * workers:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                yield from future.result()
        pending.add(executor.submit(work, paper, prepared, settings, batch))
    while pending:
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        for future in done:
            yield from future.result()


@dataclass
class Run:
    """One run over a class; `progress(done)` is called as submissions are accounted for."""

    paper: Paper
    prepared: Prepared
    settings: Settings
    out: Path
    workers: int = 2
    everything: bool = False
    progress: Callable[[int], object] = lambda done: None

    def grade(self, submissions, executor):
        """Mark what is new, write all that OUT holds, and return the summary."""
        begun = time.time()
        self.out.mkdir(parents=True, exist_ok=True)
        own(self.out, self.paper)
        book = Gradebook(self.out, self.paper)
        count = {"marked": 0, "kept": 0}
        try:
            batch = []
            for record, new in self._records(submissions, executor):
                count["marked" if new else "kept"] += 1
                if new:
                    results.save(self.out, record)
                batch.append(record)
                if len(batch) == STORED:
                    book.add(batch)
                    batch = []
                self.progress(sum(count.values()))
            book.add(batch)
            return self._write(book, count, begun)
        finally:
            book.close()

    def _records(self, submissions, executor):
        """(record, whether it is new); what has not changed comes from the store."""
        kept = []

        def fresh():
            for submission in submissions:
                item = taken(submission)
                known = results.load(self.out, item.student)
                # Who hands in nothing this time keeps what was handed in before, also when all is marked again.
                if known and (not self.everything or item.fault[:1] == ("missing",)) and self._same(known, item):
                    kept.append(known)
                else:
                    yield item

        for record in marked(executor, self.workers, self.paper, self.prepared, self.settings, fresh()):
            yield from ((known, False) for known in kept)
            kept.clear()
            yield record, True
        yield from ((known, False) for known in kept)

    def _same(self, known, item):
        """Whether an earlier record still says all: nothing new was handed in, and no longer time was given."""
        if item.fault:
            missing_now = item.fault[0] == "missing" and known["status"] != "missing"
            return missing_now or (known["status"], known["message"]) == item.fault
        late = any(task["status"] == "timeout" for task in known["tasks"]) and known.get("limit", 0) < self.settings.seconds
        return known["key"] == marking.key(item.data, self.paper, self.prepared) and known["status"] != "flagged" and not late

    def _write(self, book, count, begun):
        """grades.csv, feedback and the report, from all records in OUT: those of earlier runs too."""
        manual = book.manual()
        report = Report()

        def told():
            for record in results.records(self.out, self.paper.name):
                feedback.write_feedback(self.out, record, self.paper, manual)
                report.add(grades.with_marks(record, manual))
                yield record

        grades.write_grades(self.out / "grades.csv", told(), manual)
        about = {"started": time.strftime("%Y-%m-%d %H:%M", time.localtime(begun)), "seconds": round(time.time() - begun, 1)}
        about |= {
            "workers": self.workers,
            "sandbox": "bubblewrap" if self.settings.sandbox else "none",
            "version": self.paper.digest[:12],
        }
        report.write(self.out / "report.html", self.paper, about)
        return report.summary() | count | {"seconds": about["seconds"], "sandbox": about["sandbox"]}


def own(out, paper):
    """Raise ValueError where a folder holds the marks of another set."""
    if (other := results.exercise(out)) not in (None, paper.name):
        raise ValueError(f"{out} holds the marks of {other}: choose another folder (--out) for {paper.name}.")


def keep_roster(out, path):
    """Keep the class list beside the marks: an export needs its columns."""
    out.mkdir(parents=True, exist_ok=True)
    if Path(path).resolve() != (out / "roster.csv").resolve():
        shutil.copyfile(path, out / "roster.csv")
