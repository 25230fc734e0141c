"""Find what a class handed in, each student once: in a folder, a zip, or a bulk download of Canvas or Moodle."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from nexus.exercises import sets
from nexus.grading.files import (
    CLASS_LISTING,
    EMPTY,
    NOTEBOOK,
    NOTEBOOK_LIMIT,
    ZIP,
    File,
    Missing,
    Unreadable,
    inside,
    members,
    open_zip,
    read_file,
    shown,
    walk,
)
from nexus.grading.roster import Roster, read_roster
from nexus.grading.script import Script, Step, known, read

__all__ = ["Missing", "Script", "Step", "Submission", "Unreadable", "find", "read", "read_roster"]

LOOKED_AT = 20  # notebooks of one student that are compared, and zips that are opened
NO_STUDENT = (".csv", ".tsv", ".md", ".log", ".db", ".ini", ".yml")  # what instructors keep beside a flat folder's files

# Canvas: <name, small letters>_[LATE_]<user>_<attachment>_<file>; what was typed or linked is <name>_<user>_text.html;
# where names are hidden the user is anon_<letters>, without a name.
CANVAS = re.compile(
    r"(?:(?P<name>.+?)_)??(?P<late>LATE_|late_)?(?P<id>anon_\w+?|\d+)"
    r"_(?:(?P<attachment>\d+)_(?=.)|(?=(?:text|link)\.html))(?P<file>.+)",
    re.DOTALL,
)
# Moodle: <name>_<participant>_assignsubmission_<kind>_ is a folder or stands before the file's name. Groups may lack the
# number; where names are hidden the name is Participant.
MOODLE = re.compile(r"(?P<name>.+?)(?:_(?P<id>\d+))?_assignsubmission_[a-z]+_?(?P<file>.*)", re.DOTALL)
COPY = re.compile(r"(\s*\(\d+\)|[\s_-]+(copy|kopie|copie|copia)(?=\W|\d|$)\s*\d*)+$", re.IGNORECASE)


@dataclass(frozen=True)
class Submission:
    """What one student handed in, as found; its content is loaded when asked for and not kept.

    `student` is an id, `name` comes from the roster or the platform, `label` says where the notebook lies, relative to
    SUBMISSIONS. `load()` gives the notebook's bytes or raises Unreadable (Missing, if nothing was handed in). Names of
    files in label and notes are the students' own words.
    """

    student: str
    name: str | None
    label: str
    load: Callable[[], bytes]
    notes: tuple[str, ...] = ()


@dataclass
class _Student:
    id: str
    name: str | None = None
    files: list[tuple[str, File]] = field(default_factory=list)  # with their names below the student's folder
    places: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


def find(path, paper, roster=None) -> Iterator[Submission]:
    """The submissions in a folder, a zip or a single notebook, sorted by student; students of the roster without files too.

    Understood are `<student>/…/<any>.ipynb` (nbgrader's submitted/ included), a flat folder of `<student>.ipynb`,
    `<exercise>_<student>.ipynb` or `<student>_<exercise>.ipynb`, and what Canvas and Moodle call their files. An outer
    folder that belongs to no student is passed over: submitted, submissions, the exercise's, or the one a zip was made of.
    ValueError, at once, when SUBMISSIONS is neither a folder nor a zip that can be opened.
    """
    path = Path(path)
    outer = {name.casefold() for name in ("submitted", "submissions", paper.name, path.name, path.stem)}
    others = {*sets()} - {paper.name}
    files = _unwrap([(file.path, file) for file in _listed(path)], outer, paper.name, others)
    students = {}
    for inner, file in files:
        _assign(students, inner, file, paper.name, others)
    if roster is not None:
        roster = roster if isinstance(roster, Roster) else Roster(roster)
        students = _enrol(students, roster)
    return (_submission(students[key], paper) for key in sorted(students))


def _listed(path):
    try:
        if path.is_dir():
            return list(walk(path))
        if not path.is_file():  # a pipe would wait for ever
            raise ValueError(f"{path.name} is neither a folder nor a zip." if path.exists() else f"There is no {path}.")
        if NOTEBOOK.search(path.name):
            return [File(path.name, partial(read_file, path, path.name))]
        archive = open_zip(path.open("rb"), CLASS_LISTING)
        return list(members(lambda: archive))
    except Unreadable as error:
        raise ValueError(f"{path.name} cannot be opened as a zip: {error}.") from error
    except OSError as error:
        raise ValueError(f"{path.name} cannot be opened: {error.strerror}.") from error


# Whose file is it ----------------------------------------------------------------


def _unwrap(files, outer, exercise, others):
    """[(path, file)] without outer folders that belong to no student; of several sets' folders, the exercise's alone."""
    for _ in range(3):
        tops = {path.partition("/")[0] for path, _ in files}
        loose = any("/" not in path for path, _ in files)
        inner = [(rest, file) for path, file in files for rest in [path.partition("/")[2]] if rest]
        if len(tops) == 1 and not loose and inner:
            nobodys = next(iter(tops)).casefold() in outer
            students_own = any(path.casefold() == f"{exercise}.ipynb".casefold() for path, _ in inner)
            if students_own or not (nobodys or any(_platform(path.partition("/")[0]) for path, _ in inner)):
                break
            files = inner
        elif exercise in tops and tops <= {exercise, *others} and not loose:
            files = [(path, file) for path, file in files if path.partition("/")[0] == exercise]
        else:
            break
    return files


def _platform(name):
    return CANVAS.fullmatch(name) or MOODLE.fullmatch(name)


def _assign(students, path, file, exercise, others):
    """Give a file to its student, by the first part of its path."""
    top, _, rest = path.partition("/")
    flat = not rest and not file.is_folder
    late = False
    if found := MOODLE.fullmatch(top) or flat and CANVAS.fullmatch(top):
        about = found.groupdict()
        student, name, rest = about["id"] or about["name"], about["name"], rest or about["file"]
        name, place, late = None if name == "Participant" else name, student, bool(about.get("late"))
    elif flat:
        if not file.trouble and Path(top).suffix.casefold() in NO_STUDENT:
            return
        student = top if file.trouble and not (NOTEBOOK.search(top) or ZIP.search(top)) else _from_file(top, exercise)
        name, place, rest = None, student, top
    else:
        if top == "data" and (file.is_folder or not (NOTEBOOK.search(path) or ZIP.search(path))):
            return  # the tables of the exercise
        student, name, place = top, None, top
    student = unicodedata.normalize("NFC", student).strip() or student
    entry = students.setdefault(student, _Student(student, name))
    if name and entry.name and name != entry.name:  # one number, two names: some name holds the number of another student
        entry.notes.append(f"Another student's files have the same number {student}.")
        entry = students.setdefault(f"{name}_{student}", _Student(f"{name}_{student}", name, notes=entry.notes[-1:]))
    if rest.partition("/")[0] not in others:  # nbgrader keeps all sets of a student in one folder
        entry.files.append((rest, file))
    entry.places.add(place)
    if late:
        entry.notes.append("It was handed in late, says Canvas.")


def _from_file(name, exercise):
    """The student of a flat file: ana of "ana.ipynb", "mali-gold_ana.ipynb", "ana_mali-gold (1).ipynb"."""
    stem = _stem(name)
    bare = COPY.sub("", stem)
    found = re.fullmatch(rf"{re.escape(exercise)}[ _.-]+(.+)|(.+?)[ _.-]+{re.escape(exercise)}", bare, re.IGNORECASE | re.DOTALL)
    bare = (found[1] or found[2]) if found else bare
    # Files that all have the exercise's name are those of unknown students: not copies of each other.
    return stem if not bare or bare.casefold() == exercise.casefold() else bare


def _stem(name):
    return NOTEBOOK.sub("", name) if NOTEBOOK.search(name) else Path(name).stem


def _enrol(students, roster):
    """The students under their ids of the roster, with those who handed in nothing."""
    enrolled = {student: _Student(student, name or None) for student, name in roster.items()}
    ids = {student.id: roster.by_id(student.id) for student in students.values()}
    names = {student.id: roster.by_name(student.name or student.id) for student in students.values()}
    claims = Counter([*filter(None, ids.values()), *(names[key] for key in names if names[key] and not ids[key])])
    for student in students.values():
        match = ids[student.id]
        # A name is not proof enough where two claim the same row of the roster.
        if not match and claims[names[student.id]] == 1:
            match = names[student.id]
        if not match:
            student.notes.append("This student is not on the roster.")
            enrolled[student.id] = student
            continue
        entry = enrolled[match]
        entry.name = entry.name or student.name
        entry.files += student.files
        entry.places |= student.places
        entry.notes += student.notes
    return enrolled


# Which notebook ------------------------------------------------------------------


def _submission(student, paper):
    notes = list(dict.fromkeys(student.notes))
    if all(file.trouble == EMPTY for _, file in student.files):
        return Submission(student.id, student.name, "", partial(_refuse, Missing("Nothing was handed in.")), tuple(notes))
    if len(student.places) > 1:
        places = ", ".join(sorted(map(shown, student.places)))
        notes.append(f"Files of this student were found in {len(student.places)} places: {places}.")
    try:
        file, more = _choose(student.files, paper)
    except Unreadable as error:
        label = student.files[-1][1].path.rstrip("/")
        return Submission(student.id, student.name, label, partial(_refuse, error), tuple(notes))
    return Submission(student.id, student.name, file.path, partial(file.load, NOTEBOOK_LIMIT), tuple(notes + more))


def _refuse(error):
    raise error


def _choose(files, paper):
    """The notebook that counts and notes on the choice; Unreadable if there is none."""
    notebooks, zips = _kind(files, NOTEBOOK), _kind(files, ZIP)
    # One notebook is what nearly everybody hands in: it is not opened here.
    best, belongs = (notebooks[0][1], not zips) if len(notebooks) == 1 else (None, False)
    if not belongs and notebooks:
        best, belongs = _best(notebooks, paper)
    if not belongs and zips:
        unpacked = [(file.path.rpartition("/")[2], file) for _, outer in zips[:LOOKED_AT] for file in inside(outer, 2)]
        files = [item for item in files if item not in zips] + unpacked
        notebooks += _kind(unpacked, NOTEBOOK)
        best, _ = _best(notebooks, paper) if notebooks else (None, False)
    if not best:
        raise Unreadable(_no_notebook(files))
    notes = [file.trouble for name, file in files if NOTEBOOK.search(name) and file.trouble][:3]
    if len(notebooks) > 1:
        notes.append(f"{len(notebooks)} notebooks were handed in; {shown(best.path)} was used.")
    return best, notes


def _kind(files, ending):
    return [(name, file) for name, file in files if ending.search(name) and not file.trouble]


def _best(notebooks, paper):
    """Of several notebooks the one that counts, and whether it belongs to the exercise.

    The one under the exercise's name comes first, then the one with most cells of the exercise, then a copy (" (1)").
    """

    def rank(item):
        name, file = item
        stem = _stem(name.rpartition("/")[2]).casefold()
        copy = re.sub(r"-\d+$", "", COPY.sub("", stem))  # Canvas numbers files of the same name: -1
        return stem != exercise, copy != exercise, file.path.count("/"), file.path

    exercise, ranked = paper.name.casefold(), []
    for item in sorted(notebooks, key=rank)[:LOOKED_AT]:
        (other_name, *rest), count = rank(item), _count(item[1], paper)
        ranked.append((not count, other_name, -count, *rest, item[1]))
    best = min(ranked, key=lambda entry: entry[:-1])
    return best[-1], not best[0]


def _count(file, paper):
    try:
        return known(file.load(NOTEBOOK_LIMIT), paper)
    except Unreadable:
        return 0


def _no_notebook(files):
    """Why there is none: a file that cannot be read, or files of other kinds only."""
    if troubles := [file.trouble for _, file in files if file.trouble and file.trouble != EMPTY]:
        return troubles[0]
    names = [shown(name.rpartition("/")[2]) for name, file in files if not file.trouble]
    if not names:  # a zip of empty folders
        return EMPTY
    return f"No notebook was handed in, only {', '.join(names[:3])}{' and others' if len(names) > 3 else ''}."
