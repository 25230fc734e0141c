"""The store of results: OUT/results/<safe name of the student>.json, one record each."""

import hashlib
import json
import os
import re
import unicodedata
from contextlib import contextmanager
from pathlib import Path

# What every file system, URL and nbgrader take as it stands. A name that ends like one of ours is not taken.
_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9@+_.-]{0,62}[a-z0-9_])?")
_OURS = re.compile(r".*-[0-9a-f]{10}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


def safe(student):
    """A file name for any student id: the id itself where that is harmless, else its letters and a hash of the id.

    Different ids have different names on every file system: also where capitals or accents do not count.
    """
    if _PLAIN.fullmatch(student) and not _OURS.fullmatch(student) and not _RESERVED.fullmatch(student):
        return student
    letters = re.sub(r"[^\w-]+", "-", unicodedata.normalize("NFC", student)).strip("-_")[:40].strip("-_")
    return f"{letters or 'student'}-{hashlib.sha256(student.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"


@contextmanager
def writing(path):
    """A text file that takes the place of `path` when the block ends well: who is killed half way leaves the old one."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(half, "w", encoding="utf-8", newline="") as file:
            yield file
        os.replace(half, path)
    finally:
        half.unlink(missing_ok=True)


def replace(path, text):
    """Write text to a file in one step; a file that holds it already stays untouched."""
    path = Path(path)
    if not (path.is_file() and path.read_bytes() == text.encode()):
        with writing(path) as file:
            file.write(text)


def save(out, record):
    """Store a record in the place of an earlier one of the same student."""
    replace(Path(out) / "results" / f"{safe(record['student'])}.json", json.dumps(record))


def load(out, student):
    """The record of a student, or None."""
    return _read(Path(out) / "results" / f"{safe(student)}.json")


def exercise(out):
    """The exercise whose records are in OUT; None when there are none."""
    found = (_read(path) for path in (Path(out) / "results").glob("*.json"))
    return next((record["exercise"] for record in found if record), None)


def records(out, exercise):
    """The records of an exercise, sorted by student; one at a time is in memory."""
    found = []
    for path in (Path(out) / "results").glob("*.json"):
        record = _read(path)
        if record and record["exercise"] == exercise:
            found.append((record["student"], path))
    for student, path in sorted(found):
        record = _read(path)
        if record and record["student"] == student:
            yield record


def _read(path):
    """The record in a file; None when it is absent, half written or not one of ours."""
    try:
        record = json.loads(path.read_bytes())
        return record if path.name == f"{safe(record['student'])}.json" and {"exercise", "tasks"} <= record.keys() else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
