"""The exercise sets: release, grading through nbgrader, and what may not leak."""

import json
import shutil

import nbformat
import pytest
from nbclient import NotebookClient

from leaks import leaked, secrets
from nexus import exercises
from nexus.exercises import COURSE

NAME = "mali-gold"
SOURCE = COURSE / "source" / NAME / f"{NAME}.ipynb"
RELEASE = COURSE / "release" / NAME
POINTS = {"mali-gold-q1": 2, "mali-gold-q2": 3, "mali-gold-q3": 4, "mali-gold-q4": 3, "mali-gold-q5": 4}

# Wrong answers by student: the cell they replace, the code, and the task whose marks they lose.
WRONG = {
    "distinct": ("q1-answer", "by_place = testimony.groupby('place')['source_role'].nunique()", "mali-gold-q1"),
    "alphabetical": ("q1-answer", "by_place = testimony['place'].value_counts().sort_index()", "mali-gold-q1"),
    "zero": ("q2-answer", "artisanal = exports.set_index('year')['artisanal_tonnes'].reindex(range(2013, 2022))\n"
             "missing = [2017, 2021]\nmean_t = round(float(artisanal.fillna(0).mean()), 2)", "mali-gold-q2"),
    "absent": ("q2-answer", "artisanal = exports.set_index('year')['artisanal_tonnes'].reindex(range(2013, 2022))\n"
               "missing = [2017]\nmean_t = round(float(artisanal.mean()), 2)", "mali-gold-q2"),
    "copied": ("q3-answer", "def index_numbers(s, base):\n    return (s / s.iloc[0] * 100).round(1)", "mali-gold-q3"),
    "inverted": ("q3-value", "price_2022 = float(index_numbers(price, 2022).loc[2016])", "mali-gold-q3"),
    "reversed": ("q4-answer", "def mirror_gap(partner, reporter):\n    return {'ratio': round(reporter / partner, 2),"
                 " 'gap': round(reporter - partner, 1)}", "mali-gold-q4"),
    "ounce": ("q5-answer", "def implied_price(value_musd, tonnes):\n    if pd.isna(value_musd) or pd.isna(tonnes) or tonnes"
              " <= 0:\n        return float('nan')\n    return round(value_musd / tonnes * 28.349523, 1)", "mali-gold-q5"),
}  # fmt: skip
# Right answers written another way: they keep full marks.
EQUAL = {
    "other-way": ("q1-answer", "counts = testimony['place'].value_counts()\n"
                  "by_place = counts.sort_index().sort_values(ascending=False, kind='stable')"),
    "numpy": ("q2-answer", "import numpy as np\nartisanal = exports.set_index('year')['artisanal_tonnes']"
              ".reindex(np.arange(2013, 2022))\nmissing = artisanal[artisanal.isna()].index.tolist()\n"
              "mean_t = np.round(artisanal.mean(), 2)"),
}  # fmt: skip


def answered(replaced, code):
    notebook = nbformat.read(SOURCE, as_version=4)
    for cell in notebook.cells:
        if cell.metadata["nbgrader"]["grade_id"] == f"{NAME}-{replaced}":
            cell.source = code
            return notebook
    raise KeyError(replaced)


@pytest.fixture(scope="module")
def marks(tmp_path_factory):
    """Marks by student and task, from one run of nbgrader over all submissions."""
    from nbgrader.api import Gradebook

    course = tmp_path_factory.mktemp("course")
    exercises.prepare(course, [NAME])
    submissions = {"reference": nbformat.read(SOURCE, as_version=4), "blank": nbformat.read(RELEASE / f"{NAME}.ipynb", 4)}
    submissions |= {student: answered(cell, code) for student, (cell, code, _) in WRONG.items()}
    submissions |= {student: answered(cell, code) for student, (cell, code) in EQUAL.items()}
    for student, notebook in submissions.items():
        folder = course / "submitted" / student / NAME
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / f"{NAME}.ipynb")
        shutil.copytree(RELEASE / "data", folder / "data")
    exercises.nbgrader(course, "autograde", NAME)
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        return {
            student: {grade.name: grade.score for grade in book.find_submission_notebook(NAME, NAME, student).grades}
            for student in submissions
        }


def test_the_reference_solution_scores_full_marks(marks):
    assert {task: marks["reference"][task] for task in POINTS} == POINTS


def test_the_untouched_release_scores_zero(marks):
    assert set(marks["blank"].values()) <= {0, None} and set(POINTS) <= set(marks["blank"])


@pytest.mark.parametrize("student", WRONG)
def test_a_wrong_answer_loses_its_own_task_alone(marks, student):
    lost = WRONG[student][2]
    assert {task: marks[student][task] for task in POINTS} == POINTS | {lost: 0}


@pytest.mark.parametrize("student", EQUAL)
def test_another_right_way_keeps_full_marks(marks, student):
    assert {task: marks[student][task] for task in POINTS} == POINTS


def test_the_release_is_what_its_source_gives(tmp_path):
    kept = tmp_path / "kept"
    shutil.copytree(RELEASE, kept)
    try:
        exercises.release([NAME])
        files = {p.relative_to(RELEASE): p.read_bytes() for p in RELEASE.rglob("*") if p.is_file()}
        assert files == {p.relative_to(kept): p.read_bytes() for p in kept.rglob("*") if p.is_file()}
    finally:
        shutil.rmtree(RELEASE)
        shutil.copytree(kept, RELEASE)


def test_no_secret_is_in_the_release():
    assert len(secrets()) > 20 and "10.44" in secrets()
    assert leaked(SOURCE.read_text().replace('\\"', '"')), "the leak check must find the secrets in the source"
    for path in RELEASE.rglob("*"):
        if path.is_file():
            assert leaked(path.read_text().replace('\\"', '"')) == [], path.name


def run(notebook, folder, allow_errors=True):
    client = NotebookClient(notebook, timeout=60, kernel_name="python3", allow_errors=allow_errors,
                            resources={"metadata": {"path": str(folder)}})  # fmt: skip
    return client.execute()


def errors(notebook):
    return {
        cell.metadata["nbgrader"]["grade_id"]: f"{output.ename}: {output.evalue}"
        for cell in notebook.cells for output in cell.get("outputs", []) if output.output_type == "error"
    }  # fmt: skip


def test_the_release_says_what_is_missing(tmp_path):
    shutil.copytree(RELEASE, tmp_path / NAME)
    found = errors(run(nbformat.read(RELEASE / f"{NAME}.ipynb", as_version=4), tmp_path / NAME))
    assert "mali-gold-setup" not in found
    assert found["mali-gold-q1-answer"].startswith("NotImplementedError: This task has no answer yet")


@pytest.mark.parametrize(
    ("cell", "code", "task", "hint"),
    [
        ("q1-answer", "by_place = {'Kayes': 4}", "q1", "must be a Series"),
        ("q2-answer", "artisanal = exports['artisanal_tonnes']\nmissing = []\nmean_t = 1", "q2", "2013 to 2021"),
        ("q3-answer", "def index_numbers(s, base):\n    return s / s.loc[base]", "q3", "base year must be 100"),
        ("q4-answer", "def mirror_gap(partner, reporter):\n    return partner / reporter", "q4", "not iterable"),
        ("q5-answer", "def implied_price(value_musd, tonnes):\n    return value_musd / tonnes", "q5", "look at your units"),
    ],
)
def test_a_visible_check_locates_the_error_without_the_answer(cell, code, task, hint):
    notebook = nbformat.read(RELEASE / f"{NAME}.ipynb", as_version=4)
    solved = {c.metadata["nbgrader"]["grade_id"]: c for c in answered(cell, code).cells}
    for mine in notebook.cells:
        grade_id = mine.metadata["nbgrader"]["grade_id"]
        if mine.metadata["nbgrader"]["solution"]:
            mine.source = solved[grade_id].source
    message = errors(run(notebook, RELEASE))[f"mali-gold-{task}"]
    assert hint in message and leaked(message) == []


def test_an_unknown_set_names_the_nearest():
    with pytest.raises(ValueError, match="no exercise set 'mali-glod': did you mean mali-gold"):
        exercises.release(["mali-glod"])


def test_the_memo_shows_its_rubric_and_is_graded_by_hand():
    cells = json.loads((RELEASE / f"{NAME}.ipynb").read_text())["cells"]
    memo = next(cell for cell in cells if cell["metadata"]["nbgrader"]["grade_id"] == "mali-gold-p1")
    assert memo["metadata"]["nbgrader"]["solution"] and memo["metadata"]["nbgrader"]["points"] == 8
    assert all(word in "".join("".join(c["source"]) for c in cells) for word in ("Attribution", "Measures", "Do no harm"))
