"""Hand-ins for the tests of intake: a worked notebook, ways of changing it, and folders and zips of it."""

import copy
import io
import json
import zipfile

from nexus.exercises import COURSE
from nexus.grading import paper
from nexus.grading.intake import Unreadable, find

NAME = "mali-gold"
PAPER = paper.named(NAME)
RELEASE = json.loads((COURSE / "release" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8"))
ANSWERS = [cell.id for cell in PAPER.cells if cell.role == "answer"]
PROSE = "mali-gold-p1"


def worked():
    """The students' notebook with an answer in every cell."""
    notebook = copy.deepcopy(RELEASE)
    for cell in notebook["cells"]:
        about = cell["metadata"]["nbgrader"]
        if about["solution"]:
            lines = [line for line in cell["source"] if "raise NotImplementedError" not in line]
            end = "    return 1" if lines and "def " in lines[0] else f"x = '{about['grade_id']}'"
            cell["source"] = [*lines, end] if cell["cell_type"] == "code" else ["Three steps."]
    return notebook


def cell_of(notebook, name):
    return next(cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade_id") == name)


def index_of(notebook, name):
    return notebook["cells"].index(cell_of(notebook, name))


def code(source, **metadata):
    return {"cell_type": "code", "id": "own", "metadata": metadata, "source": source, "outputs": [], "execution_count": None}


def text(source):
    return {"cell_type": "markdown", "id": "own", "metadata": {}, "source": source}


def dump(notebook):
    return json.dumps(notebook).encode()


GOOD = dump(worked())
PEACE = (COURSE / "release" / "mali-peace" / "mali-peace.ipynb").read_bytes()


def put(root, tree):
    """Write {path: bytes, or None for a folder} below a folder."""
    for path, data in tree.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.mkdir(exist_ok=True) if data is None else target.write_bytes(data)
    return root


def zipped(tree, **options):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in tree.items():
            archive.writestr(path, data or b"", **options)
    return buffer.getvalue()


def outcome(submission):
    """Whether a submission's content is GOOD or another; or the message."""
    try:
        data = submission.load()
    except Unreadable as error:
        return str(error)
    return "good" if data == GOOD else "another"


def found(path, roster=None):
    return {submission.student: submission for submission in find(path, PAPER, roster)}


def outcomes(path, roster=None):
    return {student: outcome(submission) for student, submission in found(path, roster).items()}
