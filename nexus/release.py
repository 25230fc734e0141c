"""Make the students' copies of the exercises: nbgrader clears the solutions, we add the data."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import nbformat
from nbgrader.apps import NbGraderAPI
from traitlets.config import PyFileConfigLoader

from nexus import exercises
from nexus.grading import paper, prepare, sandbox
from nexus.grading.session import Settings
from nexus.notebooks import write


def generate(course, names):
    """Copy settings and sources into an empty folder and have nbgrader generate the assignments there.

    Raises ValueError with nbgrader's own last lines when it does not.
    """
    shutil.copy(exercises.COURSE / "nbgrader_config.py", course)
    config = PyFileConfigLoader("nbgrader_config.py", str(course)).load_config()
    config.CourseDirectory.root = str(course)
    config.CourseDirectory.db_url = f"sqlite:///{course / 'gradebook.db'}"
    teacher = NbGraderAPI(config=config)
    # nbgrader calls alembic by name: the environment's own programs come first.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    for name in names:
        exercises.check(exercises.COURSE / "source" / name / f"{name}.ipynb")
        shutil.copytree(exercises.COURSE / "source" / name, course / "source" / name)
        done = teacher.generate_assignment(name, force=True)
        if not done["success"]:
            said = "\n".join([*(done.get("log") or "").splitlines()[-12:], done.get("error") or ""])
            raise ValueError(f"nbgrader generate_assignment {name} failed:\n{said}")


def _prove(names):
    """Raise ValueError where a set's own solution does not score full marks through the grader."""
    for name in names:
        # The author's own code needs no locked room; where there is one, it is used.
        settings = Settings(sandbox=sandbox.fault() is None)
        prepare.prepare(paper.read(exercises.COURSE / "source" / name / f"{name}.ipynb"), settings, exercises.COURSE)


def release(names=None, into=None):
    """Write exercises/release/<name>/ for the sets named (all by default); returns the folders.

    Each holds the notebook without solutions and hidden tests, and data/ with what it reads.
    Raises ValueError for an unknown name or when a notebook cannot be released.
    `into` is another folder to write to.
    """
    for name in names or []:
        exercises.require(name)
    names, made = list(names or exercises.sets()), []
    _prove(names)
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder)
        generate(course, names)
        for name in names:
            target = (into or exercises.COURSE / "release") / name
            shutil.rmtree(target, ignore_errors=True)
            (target / "data").mkdir(parents=True)
            notebook = nbformat.read(course / "release" / name / f"{name}.ipynb", as_version=4)
            write(notebook, target / f"{name}.ipynb")
            for path in exercises.data_files(target / f"{name}.ipynb"):
                shutil.copyfile(path, target / "data" / path.name)
            made.append(target)
    return made
