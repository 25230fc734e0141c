"""The exercise sets: where they are, what students may not see, what must hold before one is released or graded."""

import json
import re
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


def data_files(notebook):
    """The CSVs that a notebook reads, as paths in data/."""
    names = re.findall(r"([a-z0-9_]+\.csv)", Path(notebook).read_text(encoding="utf-8"))
    return [ROOT / "data" / name for name in sorted(set(names))]
