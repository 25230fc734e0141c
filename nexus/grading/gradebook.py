"""OUT as an nbgrader course: gradebook.db, the source of the set and one notebook for each student to be marked.

`jupyter lab` started in OUT opens it in formgrader, and `nbgrader export` run in OUT writes its marks.

A student's id is nbgrader's where it is harmless as a folder's name; else it is `results.safe(id)`. The real id is
in `lms_user_id`, and the name (or else the id) in first and last name, without the signs that nbgrader's pages
and its CSV would take for HTML, a formula or the next column.
"""

import json
import os
import shutil
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from nexus.exercises import COURSE
from nexus.grading import copies, plain
from nexus.grading.grades import HANDED_IN_NOTHING, Mark
from nexus.grading.paper import CACHE
from nexus.grading.results import replace, safe

COURSE_ID = "nexus"  # as in nbgrader_config.py
# `nbgrader export` would write over our own grades.csv.
SETTINGS = '\nc.ExportPlugin.to = "nbgrader-grades.csv"\n'
NO_RESPONSE = "No response."  # nbgrader's own words for an untouched cell
SUBMITTED = "submitted_assignment AS whole JOIN submitted_notebook AS part ON part.assignment_id = whole.id"
LISTED = "(SELECT value FROM json_each(?))"
_NAME = str.maketrans({"<": "‹", ">": "›", "&": "+", '"': "”", ",": " "})


class Gradebook:
    """The gradebook of a set in the folder `out`; made when it is not there.

    Raises ValueError when it holds submissions to a form of the set that had other cells.
    """

    def __init__(self, out, paper):
        self.out, self.paper = Path(out), paper
        self.out.mkdir(parents=True, exist_ok=True)
        if not (self.out / "nbgrader_config.py").exists():
            replace(self.out / "nbgrader_config.py", (COURSE / "nbgrader_config.py").read_text(encoding="utf-8") + SETTINGS)
        source, book = self.out / "source" / paper.name / f"{paper.name}.ipynb", self.out / "gradebook.db"
        text = json.dumps(copies.notebook(paper), indent=1) + "\n"
        if not book.exists():
            half = book.with_name(f".{book.name}.{os.getpid()}.part")
            shutil.copyfile(template(paper), half)
            os.replace(half, book)
            replace(source, text)
        elif not source.exists() or source.read_text(encoding="utf-8") != text:
            _register(book, paper)
            replace(source, text)  # last: a kill before this line has the set registered again

        # Plain SQL on nbgrader's tables: to import nbgrader for its classes takes two seconds.
        # formgrader may be marking meanwhile: wait for its lock. Transactions are begun by hand, see below.
        self.db = sqlite3.connect(book, timeout=60, isolation_level=None)
        self.db.row_factory = sqlite3.Row
        self._find_cells()

    def _find_cells(self):
        """Look up what nbgrader calls the set, its notebook and its cells."""
        (self.assignment,) = self.db.execute("SELECT id FROM assignment WHERE name = ?", [self.paper.name]).fetchone()
        query = "SELECT id FROM notebook WHERE assignment_id = ? AND name = ?"
        (self.notebook,) = self.db.execute(query, [self.assignment, self.paper.name]).fetchone()
        cells = self.db.execute("SELECT type, name, id FROM base_cell WHERE notebook_id = ?", [self.notebook]).fetchall()
        self.grade_cells = {name: id for kind, name, id in cells if kind == "GradeCell"}
        self.solution_cells = {name: id for kind, name, id in cells if kind == "SolutionCell"}

    @contextmanager
    def _transaction(self):
        """A write transaction from its first line: what is read in it nobody changes before it ends."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.db.execute("COMMIT")
        except BaseException:
            self.db.execute("ROLLBACK")
            raise

    def add(self, records):
        """Enter a batch of records, in one transaction; then write the notebooks that formgrader opens.

        Marks, extra credit and comments of a person are kept, whatever the record says; where the answer below a
        mark is no longer the same, the task waits for a person again. The same records twice change nothing.
        A submission that could not be read is not entered anew.
        """
        if not records:
            return
        made = {safe(record["student"]): record for record in records}
        with self._transaction():
            held = self._held(made)
            made = {key: r for key, r in made.items() if key in held or r["status"] not in HANDED_IN_NOTHING}
            self._enter_students(made)
            held |= self._enter_submissions({key for key in made if key not in held})
            self._enter_grades(made, held)
            self._enter_comments(made, held)
        for key, record in made.items():  # after the marks: a kill here leaves the old notebook, seen as changed next time
            replace(self._copy(key), json.dumps(copies.marking(self.paper, record)) + "\n")

    def _copy(self, key):
        return self.out / "autograded" / key / self.paper.name / f"{self.paper.name}.ipynb"

    def _held(self, keys):
        """The submissions of these students that the gradebook has: {student: id of the submitted notebook}."""
        query = f"SELECT student_id, part.id FROM {SUBMITTED} WHERE part.notebook_id = ? AND student_id IN {LISTED}"
        return dict(self.db.execute(query, [self.notebook, json.dumps(list(keys))]).fetchall())

    def _enter_students(self, made):
        rows = [{"id": key, "lms_user_id": plain.printable(record["student"]), **_names(record)} for key, record in made.items()]
        kept = ", ".join(f"{name} = coalesce({name}, excluded.{name})" for name in ("first_name", "last_name", "lms_user_id"))
        self.db.executemany(
            "INSERT INTO student (id, first_name, last_name, lms_user_id) VALUES (:id, :first_name, :last_name, :lms_user_id) "
            f"ON CONFLICT (id) DO UPDATE SET {kept}",
            rows,
        )

    def _enter_submissions(self, keys):
        """Enter new submissions; returns {student: id of the submitted notebook}."""
        ids = {key: (uuid4().hex, uuid4().hex) for key in sorted(keys)}
        whole = [(a, self.assignment, key) for key, (a, _) in ids.items()]
        part = [(b, a, self.notebook) for a, b in ids.values()]
        self.db.executemany("INSERT INTO submitted_assignment (id, assignment_id, student_id) VALUES (?, ?, ?)", whole)
        self.db.executemany("INSERT INTO submitted_notebook (id, assignment_id, notebook_id, flagged) VALUES (?, ?, ?, 0)", part)
        return {key: b for key, (_, b) in ids.items()}

    def _enter_grades(self, made, held):
        before = self._rows("grade", held, made)
        new, changed = [], []
        for key, record in made.items():
            changed_answers = None
            for task in record["tasks"]:
                place = held[key], self.grade_cells[task["task"]]
                prose = self.paper.by_id[task["task"]].role == "prose"
                waits = task["status"] in ("needs_manual", "flagged")
                score = None if prose and waits else float(task["points"])
                old = before.get(place)
                if old is None:
                    new.append((uuid4().hex, *place, score, waits))
                    continue
                if old["manual_score"] is not None:
                    changed_answers = changed_answers or self._changed(key, record)
                    waits = bool(old["needs_manual_grade"]) or changed_answers[task["task"]]
                if (old["auto_score"], old["needs_manual_grade"]) != (score, waits):
                    changed.append((score, waits, old["id"]))
        columns = "id, notebook_id, cell_id, auto_score, needs_manual_grade"
        self.db.executemany(f"INSERT INTO grade ({columns}) VALUES (?, ?, ?, ?, ?)", new)
        self.db.executemany("UPDATE grade SET auto_score = ?, needs_manual_grade = ? WHERE id = ?", changed)

    def _changed(self, key, record):
        """{task: whether its answers are others than in the notebook that the marker saw}."""
        try:
            seen = json.loads(self._copy(key).read_bytes())["metadata"]["nexus"]["answers"]
        except (OSError, ValueError, KeyError, TypeError):
            seen = {}
        return {task: seen.get(task) != now for task, now in copies.hashes(self.paper, record).items()}

    def _enter_comments(self, made, held):
        before = self._rows("comment", held, made)
        new, changed = [], []
        for key, record in made.items():
            for name, cell in self.solution_cells.items():
                says = NO_RESPONSE if copies.untouched(self.paper.by_id[name], record) else None
                old = before.get((held[key], cell))
                if old is None:
                    new.append((uuid4().hex, held[key], cell, says))
                elif old["auto_comment"] != says:
                    changed.append((says, old["id"]))
        self.db.executemany("INSERT INTO comment (id, notebook_id, cell_id, auto_comment) VALUES (?, ?, ?, ?)", new)
        self.db.executemany("UPDATE comment SET auto_comment = ? WHERE id = ?", changed)

    def _rows(self, table, held, made):
        """The rows of these submissions in a table, by (submitted notebook, cell)."""
        rows = self.db.execute(f"SELECT * FROM {table} WHERE notebook_id IN {LISTED}", [json.dumps([held[key] for key in made])])
        return {(row["notebook_id"], row["cell_id"]): row for row in rows}

    def manual(self):
        """What a person gave, as {(safe(student), task): Mark}; only where there is a score, extra credit or a comment."""
        found, tasks = {}, {cell: name for name, cell in self.grade_cells.items()}
        for student, cell, score, extra, due in self._given("grade", "manual_score", "extra_credit", "needs_manual_grade"):
            if cell in tasks and (score is not None or extra is not None):
                found[student, tasks[cell]] = Mark(score, extra, "", bool(due))
        # A comment stands at an answer cell: it belongs to the task that checks the cell.
        below = {cell.id: task.id for task in self.paper.tasks for cell in [task, *self.paper.answers_of(task.id)]}
        owner = {cell: below.get(name) for name, cell in self.solution_cells.items()}
        for student, cell, said in self._given("comment", "manual_comment"):
            if said and owner.get(cell):
                mark = found.get((student, owner[cell]), Mark())
                found[student, owner[cell]] = mark._replace(comment="\n\n".join(filter(None, [mark.comment, said])))
        return found

    def _given(self, table, *columns):
        """Rows (student, cell, *columns) of a table."""
        query = (
            f"SELECT student_id, cell_id, {', '.join(columns)} FROM {SUBMITTED} JOIN {table} ON {table}.notebook_id = part.id "
        )
        return self.db.execute(query + "WHERE part.notebook_id = ? ORDER BY cell_id", [self.notebook]).fetchall()

    def close(self):
        self.db.close()


def _url(path):
    return f"sqlite:///{path.resolve()}"


def template(paper, cache=CACHE):
    """The path of an empty gradebook that knows the set; made by nbgrader once for each form of the set."""
    path = Path(cache) / f"{paper.name}-{paper.digest[:16]}.db"
    if path.exists():
        return path
    from alembic.script import ScriptDirectory
    from nbgrader import api, dbutil
    from sqlalchemy import create_engine

    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    half.unlink(missing_ok=True)
    engine = create_engine(_url(half))
    try:
        with engine.begin() as db:
            api.Base.metadata.create_all(db)
            # As nbgrader does it, which starts another Python to ask alembic for this number.
            db.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
            version = ScriptDirectory(dbutil.ALEMBIC_DIR).get_current_head()
            db.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES (?)", (version,))
        engine.dispose()
        _register(half, paper)
        os.replace(half, path)
        return path
    finally:
        half.unlink(missing_ok=True)


def _register(book, paper):
    """Tell nbgrader about the set, as `nbgrader generate_assignment` does."""
    import nbformat
    from nbgrader import api
    from nbgrader.preprocessors import ComputeChecksums, SaveCells

    node = nbformat.from_dict(copies.notebook(paper))
    for cell, known in zip(node.cells, paper.cells, strict=True):
        if known.role in ("answer", "prose"):
            cell.source = copies.released(known)
    about = {"notebook": paper.name, "assignment": paper.name, "db_url": _url(book)}
    with api.Gradebook(_url(book), COURSE_ID) as opened:
        opened.update_or_create_assignment(paper.name, course_id=COURSE_ID)
    try:
        node, _ = ComputeChecksums().preprocess(node, {"nbgrader": about})
        SaveCells().preprocess(node, {"nbgrader": about})
    except RuntimeError:
        raise ValueError(
            f"{book.parent} holds submissions to an older form of {paper.name}, which had other cells. "
            "Grade into a new folder (--out)."
        ) from None


def _names(record):
    """First and last name for nbgrader, which shows and exports them as they are."""
    name = plain.line(record["name"] or record["student"], 120)
    last, comma, first = name.partition(",")
    if not comma:
        first, _, last = name.rpartition(" ")
    # A leading apostrophe disarms formulas; the CSV export of nbgrader quotes nothing.
    return {part: plain.cell(text.translate(_NAME).strip()) for part, text in (("first_name", first), ("last_name", last))}
