"""OUT as an nbgrader course: gradebook.db, the source of the set and one notebook for each student to be marked.

`jupyter lab` started in OUT opens it in formgrader, and `nbgrader export` run in OUT writes its marks.

A student's id is nbgrader's where it is harmless as a folder's name; else it is `results.safe(id)`. The real id is
in `lms_user_id`, and the name (or else the id) in first and last name, without the signs that nbgrader's pages
and its CSV would take for HTML, a formula or the next column.
"""

import json
import os
import shutil
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
_NAME = str.maketrans({"<": "‹", ">": "›", "&": "+", '"': "”", ",": " "})


class Gradebook:
    """The gradebook of a set in the folder `out`; made when it is not there.

    Raises ValueError when it holds submissions to a form of the set that had other cells.
    """

    def __init__(self, out, paper):
        from sqlalchemy import MetaData, create_engine

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

        # formgrader may be marking meanwhile: wait for its lock. Transactions are begun by hand, see below.
        self.engine = create_engine(_url(book), connect_args={"timeout": 60}, isolation_level="AUTOCOMMIT")
        metadata = MetaData()
        metadata.reflect(self.engine)  # as nbgrader made them; to import nbgrader for its classes takes two seconds
        self.tables = metadata.tables
        with self.engine.connect() as db:
            self._find_cells(db)

    def _find_cells(self, db):
        """Look up what nbgrader calls the set, its notebook and its cells."""
        from sqlalchemy import select

        assignment, notebook, base = (self.tables[name] for name in ("assignment", "notebook", "base_cell"))
        self.assignment = db.scalar(select(assignment.c.id).where(assignment.c.name == self.paper.name))
        query = select(notebook.c.id).where(notebook.c.assignment_id == self.assignment, notebook.c.name == self.paper.name)
        self.notebook = db.scalar(query)
        cells = db.execute(select(base.c.type, base.c.name, base.c.id).where(base.c.notebook_id == self.notebook)).all()
        self.grade_cells = {name: id for kind, name, id in cells if kind == "GradeCell"}
        self.solution_cells = {name: id for kind, name, id in cells if kind == "SolutionCell"}

    @contextmanager
    def _transaction(self):
        """A write transaction from its first line: what is read in it nobody changes before it ends."""
        with self.engine.connect() as db:
            db.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield db
                db.exec_driver_sql("COMMIT")
            except BaseException:
                db.exec_driver_sql("ROLLBACK")
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
        with self._transaction() as db:
            held = self._held(db, made)
            made = {key: r for key, r in made.items() if key in held or r["status"] not in HANDED_IN_NOTHING}
            self._enter_students(db, made)
            held |= self._enter_submissions(db, {key for key in made if key not in held})
            self._enter_grades(db, made, held)
            self._enter_comments(db, made, held)
        for key, record in made.items():  # after the marks: a kill here leaves the old notebook, seen as changed next time
            replace(self._copy(key), json.dumps(copies.marking(self.paper, record)) + "\n")

    def _copy(self, key):
        return self.out / "autograded" / key / self.paper.name / f"{self.paper.name}.ipynb"

    def _held(self, db, keys):
        """The submissions of these students that the gradebook has: {student: id of the submitted notebook}."""
        from sqlalchemy import select

        whole, part = self.tables["submitted_assignment"], self.tables["submitted_notebook"]
        query = select(whole.c.student_id, part.c.id).join(part, part.c.assignment_id == whole.c.id)
        query = query.where(whole.c.assignment_id == self.assignment, part.c.notebook_id == self.notebook)
        return dict(db.execute(query.where(whole.c.student_id.in_(keys))).all())

    def _enter_students(self, db, made):
        from sqlalchemy import func
        from sqlalchemy.dialects.sqlite import insert

        student = self.tables["student"]
        rows = [{"id": key, "lms_user_id": plain.printable(record["student"]), **_names(record)} for key, record in made.items()]
        new = insert(student)
        kept = {name: func.coalesce(student.c[name], new.excluded[name]) for name in ("first_name", "last_name", "lms_user_id")}
        _many(db, new.on_conflict_do_update(index_elements=["id"], set_=kept), rows)

    def _enter_submissions(self, db, keys):
        """Enter new submissions; returns {student: id of the submitted notebook}."""
        ids = {key: (uuid4().hex, uuid4().hex) for key in sorted(keys)}
        whole = [{"id": a, "assignment_id": self.assignment, "student_id": key} for key, (a, _) in ids.items()]
        part = [{"id": b, "assignment_id": a, "notebook_id": self.notebook, "flagged": False} for a, b in ids.values()]
        _many(db, self.tables["submitted_assignment"].insert(), whole)
        _many(db, self.tables["submitted_notebook"].insert(), part)
        return {key: b for key, (_, b) in ids.items()}

    def _enter_grades(self, db, made, held):
        from sqlalchemy import bindparam

        table, before = self.tables["grade"], self._rows(db, "grade", held, made)
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
                    ids = {"id": uuid4().hex, "notebook_id": place[0], "cell_id": place[1]}
                    new.append({**ids, "auto_score": score, "needs_manual_grade": waits})
                    continue
                if old.manual_score is not None:
                    changed_answers = changed_answers or self._changed(key, record)
                    waits = old.needs_manual_grade or changed_answers[task["task"]]
                if (old.auto_score, old.needs_manual_grade) != (score, waits):
                    changed.append({"row": old.id, "score": score, "waits": waits})
        _many(db, table.insert(), new)
        update = table.update().where(table.c.id == bindparam("row"))
        _many(db, update.values(auto_score=bindparam("score"), needs_manual_grade=bindparam("waits")), changed)

    def _changed(self, key, record):
        """{task: whether its answers are others than in the notebook that the marker saw}."""
        try:
            seen = json.loads(self._copy(key).read_bytes())["metadata"]["nexus"]["answers"]
        except (OSError, ValueError, KeyError, TypeError):
            seen = {}
        return {task: seen.get(task) != now for task, now in copies.hashes(self.paper, record).items()}

    def _enter_comments(self, db, made, held):
        from sqlalchemy import bindparam

        table, before = self.tables["comment"], self._rows(db, "comment", held, made)
        new, changed = [], []
        for key, record in made.items():
            for name, cell in self.solution_cells.items():
                says = NO_RESPONSE if copies.untouched(self.paper.by_id[name], record) else None
                old = before.get((held[key], cell))
                if old is None:
                    new.append({"id": uuid4().hex, "notebook_id": held[key], "cell_id": cell, "auto_comment": says})
                elif old.auto_comment != says:
                    changed.append({"row": old.id, "says": says})
        _many(db, table.insert(), new)
        _many(db, table.update().where(table.c.id == bindparam("row")).values(auto_comment=bindparam("says")), changed)

    def _rows(self, db, name, held, made):
        """The rows of these submissions in a table, by (submitted notebook, cell)."""
        table = self.tables[name]
        rows = db.execute(table.select().where(table.c.notebook_id.in_([held[key] for key in made])))
        return {(row.notebook_id, row.cell_id): row for row in rows}

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

    def _given(self, name, *columns):
        """Rows (student, cell, *columns) of a table."""
        from sqlalchemy import select

        whole, part, table = (self.tables[name] for name in ("submitted_assignment", "submitted_notebook", name))
        query = select(whole.c.student_id, table.c.cell_id, *(table.c[c] for c in columns))
        query = query.join(part, part.c.assignment_id == whole.c.id).join(table, table.c.notebook_id == part.c.id)
        query = query.where(part.c.notebook_id == self.notebook)
        with self.engine.connect() as db:
            return db.execute(query.order_by(table.c.cell_id)).all()

    def close(self):
        self.engine.dispose()


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


def _many(db, statement, rows):
    if rows:
        db.execute(statement, rows)


def _names(record):
    """First and last name for nbgrader, which shows and exports them as they are."""
    name = plain.line(record["name"] or record["student"], 120)
    last, comma, first = name.partition(",")
    if not comma:
        first, _, last = name.rpartition(" ")
    # A leading apostrophe disarms formulas; the CSV export of nbgrader quotes nothing.
    return {part: plain.cell(text.translate(_NAME).strip()) for part, text in (("first_name", first), ("last_name", last))}
