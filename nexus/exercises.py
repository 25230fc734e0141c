"""Make the students' copies of the exercises: nbgrader clears the solutions, we add the data."""

import json
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from nexus.bootstrap import ROOT
from nexus.names import require_known

COURSE = ROOT / "exercises"
# What students may not see. Behind BEGIN SOLUTION stand the words that an empty cell raises.
REGION = re.compile(r"### BEGIN (SOLUTION|HIDDEN TESTS)(?:: [^\n]*)?\n(.*?)### END \1", re.DOTALL)


def sets():
    """Names of the exercise sets, from the folders of exercises/source/."""
    folders = (COURSE / "source").iterdir()
    return sorted(path.name for path in folders if (path / f"{path.name}.ipynb").exists())


def require(name):
    """Raise ValueError, with the nearest name, where there is no such set."""
    require_known(name, sets(), "exercise set")


def check(notebook):
    """Raise ValueError naming the notebook and the cell that could not be released or graded."""
    seen, held = set(), json.loads(notebook.read_text(encoding="utf-8"))  # nbformat takes longer to import than all of this
    if held.get("nbformat") != 4:
        raise ValueError(f"{notebook.name} is no notebook of format 4")
    for number, cell in enumerate(held["cells"]):
        about = cell["metadata"].get("nbgrader", {})
        name, source = about.get("grade_id"), "".join(cell["source"])
        half = re.search(r"### (BEGIN|END) (SOLUTION|HIDDEN TESTS)", REGION.sub("", source))
        silent = cell["cell_type"] == "code" and not re.search(r"### BEGIN SOLUTION: \S", source)
        faults = {
            "has no grade_id": not name,
            "has the grade_id of an earlier cell": name in seen,
            "is graded, but has no points": about.get("grade") and about.get("points") is None,
            f"has {half and half[0]} without its other half": half,
            "has a solution, but is no solution cell": "### BEGIN S" in source and not about.get("solution"),
            "has hidden tests, but is no test cell": "### BEGIN H" in source and not about.get("grade"),
            "does not say behind ### BEGIN SOLUTION: what is missing": about.get("solution") and silent,
        }
        for fault in [fault for fault, found in faults.items() if found]:
            raise ValueError(f"{notebook.name}, cell {number} ({name}) {fault}")
        seen.add(name)


def prepare(course, names):
    """Copy settings and sources into an empty folder and have nbgrader generate the assignments there.

    Raises ValueError with nbgrader's own last lines when it does not.
    """
    from nbgrader.apps import NbGraderAPI
    from traitlets.config import PyFileConfigLoader

    shutil.copy(COURSE / "nbgrader_config.py", course)
    config = PyFileConfigLoader("nbgrader_config.py", str(course)).load_config()
    config.CourseDirectory.root = str(course)
    config.CourseDirectory.db_url = f"sqlite:///{course / 'gradebook.db'}"
    teacher = NbGraderAPI(config=config)
    # nbgrader calls alembic by name: the environment's own programs come first.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    for name in names:
        check(COURSE / "source" / name / f"{name}.ipynb")
        shutil.copytree(COURSE / "source" / name, course / "source" / name)
        done = teacher.generate_assignment(name, force=True)
        if not done["success"]:
            said = "\n".join([*(done.get("log") or "").splitlines()[-12:], done.get("error") or ""])
            raise ValueError(f"nbgrader generate_assignment {name} failed:\n{said}")


def _prove(names):
    """Raise ValueError where a set's own solution does not score full marks through the grader."""
    from nexus.grading import paper, prepare, sandbox
    from nexus.grading.session import Settings

    for name in names:
        # The author's own code needs no locked room; where there is one, it is used.
        settings = Settings(sandbox=sandbox.fault() is None)
        prepare.prepare(paper.read(COURSE / "source" / name / f"{name}.ipynb"), settings, COURSE)


def data_files(notebook):
    """The CSVs that a notebook reads, as paths in data/."""
    names = re.findall(r"([a-z0-9_]+\.csv)", Path(notebook).read_text(encoding="utf-8"))
    return [ROOT / "data" / name for name in sorted(set(names))]


def release(names=None, into=None):
    """Write exercises/release/<name>/ for the sets named (all by default); returns the folders.

    Each holds the notebook without solutions and hidden tests, and data/ with what it reads.
    Raises ValueError for an unknown name or when a notebook cannot be released.
    `into` is another folder to write to.
    """
    import nbformat

    from nexus.notebooks import write

    for name in names or []:
        require(name)
    names, made = list(names or sets()), []
    _prove(names)
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder)
        prepare(course, names)
        for name in names:
            target = (into or COURSE / "release") / name
            shutil.rmtree(target, ignore_errors=True)
            (target / "data").mkdir(parents=True)
            notebook = nbformat.read(course / "release" / name / f"{name}.ipynb", as_version=4)
            write(notebook, target / f"{name}.ipynb")
            for path in data_files(target / f"{name}.ipynb"):
                shutil.copyfile(path, target / "data" / path.name)
            made.append(target)
    return made
