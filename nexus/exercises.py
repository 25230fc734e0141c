"""Make the students' copies of the exercises: nbgrader clears the solutions, we add the data."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from difflib import get_close_matches
from pathlib import Path

from nexus.bootstrap import ROOT

COURSE = ROOT / "exercises"


def sets():
    """Names of the exercise sets, from the folders of exercises/source/."""
    return sorted(path.name for path in (COURSE / "source").iterdir() if (path / f"{path.name}.ipynb").exists())


def nbgrader(course, *words):
    """Run an nbgrader command in a course folder, with a gradebook of its own.

    Raises ValueError with nbgrader's own last lines when it fails.
    """
    command = [sys.executable, "-m", "nbgrader", *words, f"--db=sqlite:///{course / 'gradebook.db'}"]
    # nbgrader calls alembic by name: the environment's own programs come first.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, env=os.environ | {"PATH": path})
    if done.returncode:
        raise ValueError(f"nbgrader {' '.join(words)} failed:\n" + "\n".join(done.stderr.splitlines()[-12:]))


def prepare(course, names):
    """Copy settings and sources into an empty folder and generate the assignments there."""
    shutil.copy(COURSE / "nbgrader_config.py", course)
    for name in names:
        shutil.copytree(COURSE / "source" / name, course / "source" / name)
        nbgrader(course, "generate_assignment", name, "--force")


def data_files(notebook):
    """The CSVs that a notebook reads, as paths in data/."""
    names = re.findall(r"([a-z0-9_]+\.csv)", Path(notebook).read_text(encoding="utf-8"))
    return [ROOT / "data" / name for name in sorted(set(names))]


def release(names=None):
    """Write exercises/release/<name>/ for the sets named (all by default); returns the folders.

    Each holds the notebook without solutions and hidden tests, and data/ with what it reads.
    Raises ValueError for an unknown name or when nbgrader refuses a notebook.
    """
    import nbformat

    from nexus.notebooks import write

    for name in names or []:
        if name not in sets():
            near = get_close_matches(name, sets(), n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(sets())}"
            raise ValueError(f"no exercise set {name!r}: {hint}")
    names, made = list(names or sets()), []
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder)
        prepare(course, names)
        for name in names:
            target = COURSE / "release" / name
            shutil.rmtree(target, ignore_errors=True)
            (target / "data").mkdir(parents=True)
            notebook = nbformat.read(course / "release" / name / f"{name}.ipynb", as_version=4)
            write(notebook, target / f"{name}.ipynb")
            for path in data_files(target / f"{name}.ipynb"):
                shutil.copyfile(path, target / "data" / path.name)
            made.append(target)
    return made
