"""The exercise sets: release, grading through nbgrader, and what may not leak."""

import contextlib
import json
import re
import shutil

import nbformat
import pytest
from nbclient import NotebookClient

from leaks import leaked, regions, secrets
from nexus import exercises
from nexus.exercises import COURSE

NAME = "mali-gold"
SOURCE = COURSE / "source" / NAME / f"{NAME}.ipynb"
RELEASE = COURSE / "release" / NAME
POINTS = {"mali-gold-q1": 2, "mali-gold-q2": 3, "mali-gold-q3": 4, "mali-gold-q4": 3, "mali-gold-q5": 4}

# Plausible wrong answers: the task whose marks they lose, the cell they replace, the code.
# All pass the visible checks; only the hidden tests tell them from a right answer.
WRONG = {
    "counts speakers": ("q1", "q1-value", """
by_place = testimony.groupby("place")["source_role"].nunique().sort_values(ascending=False)"""),
    "leaves ties": ("q1", "q1-answer", """
def rows_per(table, column):
    return table[column].value_counts()"""),
    "copies a result": ("q1", "q1-answer", """
def rows_per(table, column):
    return pd.Series({"not stated": 6, "Kayes": 4, "Kayes (by context)": 1, "Kidal": 1})"""),
    "blank is zero": ("q2", "q2-value", """
artisanal = by_year(exports, "artisanal_tonnes", 2013, 2021)
missing = [2017, 2021]
mean_t = round(float(artisanal.fillna(0).mean()), 2)"""),
    "absent is no gap": ("q2", "q2-value", """
artisanal = by_year(exports, "artisanal_tonnes", 2013, 2021)
missing = exports.loc[exports["artisanal_tonnes"].isna(), "year"].tolist()
mean_t = round(float(artisanal.mean()), 2)"""),
    "fills the gap": ("q2", "q2-answer", """
def by_year(table, column, first, last):
    return table.set_index("year")[column].reindex(range(first, last + 1)).interpolate()"""),
    "base is first row": ("q3", "q3-answer", """
def index_numbers(s, base):
    if base not in s.index or pd.isna(s.loc[base]) or s.loc[base] == 0:
        raise ValueError("no base")
    return (s / s.iloc[0] * 100).round(1)"""),
    "changes its argument": ("q3", "q3-answer", """
def index_numbers(s, base):
    if base not in s.index or pd.isna(s.loc[base]) or s.loc[base] == 0:
        raise ValueError("no base")
    s /= s.loc[base]
    return (s * 100).round(1)"""),
    "takes any base": ("q3", "q3-answer", """
def index_numbers(s, base):
    return (s / s.loc[base] * 100).round(1)"""),
    "takes production": ("q4", "q4-value", """
gap_2014 = mirror_gap(59.9, float(exports.set_index("year")["industrial_tonnes"].loc[2014]))"""),
    "zero is missing": ("q4", "q4-answer", """
def mirror_gap(partner, reporter):
    if not partner or not reporter or reporter <= 0:
        return {"ratio": float("nan"), "gap": float("nan")}
    return {"ratio": round(partner / reporter, 2), "gap": round(partner - reporter, 1)}"""),
    "kitchen ounce": ("q5", "q5-answer", """
def implied_price(value_musd, tonnes):
    if pd.isna(value_musd) or pd.isna(tonnes) or tonnes <= 0:
        return float("nan")
    return round(value_musd / tonnes * 28.349523, 1)"""),
    "upside down": ("q5", "q5-value", """
pct_of_benchmark = round(float(price.loc[2022]) / implied_price(3400, 70) * 100, 1)"""),
}  # fmt: skip
# Right answers, all written another way: other types, other order of keys, other tools.
OTHER_WAY = {
    "q1-answer": """
def rows_per(table, column):
    counts = table.groupby(column).size().sort_index()
    return counts.sort_values(ascending=False, kind="stable").astype("int32")""",
    "q2-answer": """
def by_year(table, column, first, last):
    values = dict(zip(table["year"], table[column]))
    years = list(range(first, last + 1))
    return pd.Series([values.get(year) for year in years], index=years, dtype=float)""",
    "q2-value": """
import numpy as np
artisanal = by_year(exports, "artisanal_tonnes", 2013, 2021)
missing = artisanal[artisanal.isna()].index.tolist()
mean_t = np.round(np.nanmean(artisanal.to_numpy()), 2)""",
    "q3-answer": """
def index_numbers(s, base):
    usable = s.dropna()
    if base not in usable.index or usable[base] == 0:
        raise ValueError(f"{base} cannot be the base")
    return s.map(lambda value: round(100 * value / usable[base], 1))""",
    "q4-answer": """
def mirror_gap(partner, reporter):
    gap = {"gap": np.nan, "ratio": np.nan}
    if pd.notna(partner) and pd.notna(reporter) and reporter > 0:
        gap["gap"], gap["ratio"] = np.round(partner - reporter, 1), np.round(partner / reporter, 2)
    return gap""",
    "q5-answer": """
def implied_price(value_musd, tonnes):
    if value_musd is None or tonnes is None or not tonnes > 0:
        return np.nan
    return np.round(value_musd / tonnes * 31.1034768, 1)""",
}  # fmt: skip


def answered(answers, template=SOURCE):
    """The notebook with some answer cells replaced; the other answers are those of the source."""
    given = {cell.id: cell.source for cell in nbformat.read(SOURCE, as_version=4).cells}
    given |= {f"{NAME}-{cell}": code.strip() for cell, code in answers.items()}
    notebook = nbformat.read(template, as_version=4)
    for cell in notebook.cells:
        if cell.metadata["nbgrader"]["solution"]:
            cell.source = given.pop(cell.id)
    assert not [cell for cell in answers if f"{NAME}-{cell}" in given], "no such answer cell"
    return notebook


# Grading ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def grades(tmp_path_factory):
    """nbgrader's grades by student and task, from one run over all submissions."""
    from nbgrader.api import Gradebook

    course = tmp_path_factory.mktemp("course")
    exercises.prepare(course, [NAME])
    shutil.copytree(RELEASE / "data", course / "data")  # for those who hand in the notebook alone
    submissions = {"reference": answered({}), "blank": nbformat.read(RELEASE / f"{NAME}.ipynb", as_version=4)}
    submissions |= {"other way": answered(OTHER_WAY, RELEASE / f"{NAME}.ipynb")}
    submissions |= {student: answered({cell: code}) for student, (_, cell, code) in WRONG.items()}
    for student, notebook in submissions.items():
        folder = course / "submitted" / student / NAME
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / f"{NAME}.ipynb")
    shutil.copytree(RELEASE / "data", course / "submitted" / "reference" / NAME / "data")
    exercises.nbgrader(course, "autograde", NAME)
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        return {
            student: {
                grade.name: (grade.score, grade.needs_manual_grade)
                for grade in book.find_submission_notebook(NAME, NAME, student).grades
            }
            for student in submissions
        }


def marks(grades, student):
    return {task: grades[student][task][0] for task in POINTS}


@pytest.mark.parametrize("student", ["reference", "other way"])
def test_a_right_answer_has_full_marks(grades, student):
    assert marks(grades, student) == POINTS


def test_the_untouched_release_scores_zero(grades):
    assert marks(grades, "blank") == dict.fromkeys(POINTS, 0)
    assert grades["blank"]["mali-gold-p1"] == (0, False)


@pytest.mark.parametrize("student", WRONG)
def test_a_wrong_answer_loses_its_own_task_alone(grades, student):
    assert marks(grades, student) == POINTS | {f"{NAME}-{WRONG[student][0]}": 0}


def test_every_task_has_two_wrong_answers():
    tasks = [task for task, _, _ in WRONG.values()]
    assert all(tasks.count(task.removeprefix(f"{NAME}-")) >= 2 for task in POINTS)


def test_the_memo_shows_its_rubric_and_waits_for_a_person(grades):
    assert grades["reference"]["mali-gold-p1"] == (0, True)
    cells = {cell.id: cell for cell in nbformat.read(RELEASE / f"{NAME}.ipynb", as_version=4).cells}
    assert cells["mali-gold-p1"].metadata["nbgrader"]["points"] == 8
    assert cells["mali-gold-p1"].source == "*Write your memo here.*"
    for criterion in ("Attribution", "Measures", "Indicator", "Do no harm"):
        assert f"| {criterion} |" in cells["mali-gold-p1-question"].source


# What a student sees ---------------------------------------------------------


def visible(answers, task):
    """Run the released notebook with these answers, up to and with the check of one task."""
    names = {}
    for cell in answered(answers, RELEASE / f"{NAME}.ipynb").cells:
        if cell.cell_type == "code":
            # Checks of other tasks are left out: a wrong answer should be found by its own.
            about = cell.metadata["nbgrader"]
            if cell.id == f"{NAME}-{task}" or not about["grade"]:
                # As in a notebook, an answer that fails does not keep the check from running.
                with contextlib.suppress(Exception if about["solution"] else ()):
                    exec(compile(cell.source, cell.id, "exec"), names)
        if cell.id == f"{NAME}-{task}":
            return
    raise KeyError(task)


@pytest.mark.parametrize("student", WRONG)
def test_a_plausible_wrong_answer_passes_the_visible_checks(monkeypatch, student):
    monkeypatch.chdir(RELEASE)
    task, cell, code = WRONG[student]
    visible({cell: code}, task)


SERIES = "by_year(exports, 'artisanal_tonnes', 2013, 2021)"


@pytest.mark.parametrize(
    ("cell", "code", "hint"),
    [
        ("q1-answer", "def rows_per(table, column): return len(table)", "rows_per must return a Series"),
        ("q1-value", "by_place = {'Kayes': 1}", "by_place must be a Series"),
        ("q1-value", "by_place = rows_per(testimony, 'type')", "every place once"),
        ("q1-value", "by_place = rows_per(testimony, 'place') / 12", "whole numbers"),
        ("q2-value", "artisanal, missing, mean_t = [1.0], [], 1.0", "artisanal must be a Series"),
        ("q2-value", "artisanal = exports.set_index('year')['artisanal_tonnes']", "every year"),
        ("q2-value", f"artisanal, missing, mean_t = {SERIES}, 2, 1.0", "must be a list"),
        ("q2-value", f"artisanal, missing, mean_t = {SERIES}, [4], 1.0", "must hold years"),
        ("q2-value", f"artisanal, missing, mean_t = {SERIES}, [], {SERIES}", "must be one number"),
        ("q2-value", f"artisanal, missing, mean_t = {SERIES}, [], 9000", "is in tonnes"),
        ("q3-answer", "def index_numbers(s, base): return [100]", "must return a Series"),
        ("q3-answer", "def index_numbers(s, base): return s.loc[[base]]", "index must be the same"),
        ("q3-answer", "def index_numbers(s, base): return s / s.loc[base]", "base year must be 100"),
        ("q3-value", "on_2014 = on_2015 = 'more'", "one number each"),
        ("q3-value", "on_2014 = on_2015 = 1.2", "order of magnitude"),
        ("q4-answer", "def mirror_gap(partner, reporter): return partner / reporter", "must return a dict"),
        ("q4-answer", "def mirror_gap(partner, reporter): return {'ratio': 1.0}", "keys ratio and gap"),
        ("q4-value", "gap_2014 = 5.0", "must be the dict"),
        ("q4-value", "gap_2014 = {'ratio': 'small', 'gap': None}", "one number each"),
        ("q4-value", "gap_2014 = mirror_gap(1520, 216)", "compares tonnes"),
        ("q5-answer", "def implied_price(value_musd, tonnes): return '900'", "must return one number"),
        ("q5-answer", "def implied_price(value_musd, tonnes): return value_musd / tonnes", "your units"),
        ("q5-value", "pct_of_benchmark = [80]", "must be one number"),
        ("q5-value", "pct_of_benchmark = 0.8", "is a percentage"),
    ],
)
def test_a_visible_check_locates_the_error_without_the_answer(monkeypatch, cell, code, hint):
    monkeypatch.chdir(RELEASE)
    task = cell.split("-")[0]
    with pytest.raises(AssertionError) as error:
        visible({cell: code}, task)
    message = str(error.value)
    cells = {cell.id: cell.source for cell in nbformat.read(RELEASE / f"{NAME}.ipynb", as_version=4).cells}
    assert hint in message
    # A number in a message is one that the question gives.
    assert set(re.findall(r"\d+", message)) <= set(re.findall(r"\d+", cells[f"{NAME}-{task}-question"]))


def test_the_release_runs_and_says_what_is_missing(tmp_path):
    shutil.copytree(RELEASE, tmp_path / NAME)
    notebook = nbformat.read(tmp_path / NAME / f"{NAME}.ipynb", as_version=4)
    client = NotebookClient(notebook, timeout=60, kernel_name="python3", allow_errors=True,
                            resources={"metadata": {"path": str(tmp_path / NAME)}})  # fmt: skip
    said = {
        cell.id.removeprefix(f"{NAME}-"): f"{output.ename}: {output.evalue}"
        for cell in client.execute().cells
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    }
    assert next(iter(said)) == "q1-value" and "setup" not in said
    assert "artisanal, missing and mean_t are missing." in said["q2-value"]
    for task, function, value in [
        ("q1", "rows_per", "by_place is"),
        ("q3", "index_numbers", "on_2014 and on_2015 are"),
        ("q4", "mirror_gap", "gap_2014 is"),
        ("q5", "implied_price", "pct_of_benchmark is"),
    ]:
        assert said[task].startswith(f"NotImplementedError: {function} is not written yet. ")
        assert said[f"{task}-value"].startswith(f"NotImplementedError: {value} missing. ")


# Release ---------------------------------------------------------------------


def files(folder):
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_each_release_is_what_its_source_gives(tmp_path):
    assert exercises.release(into=tmp_path) == [tmp_path / name for name in exercises.sets()]
    for name in exercises.sets():
        assert files(tmp_path / name) == files(COURSE / "release" / name), name


@pytest.mark.parametrize("name", exercises.sets())
def test_no_secret_is_in_a_release(name):
    assert len(secrets(name)) > 20, "a set has something to hide"
    source = (COURSE / "source" / name / f"{name}.ipynb").read_text(encoding="utf-8")
    assert leaked(source, name) == secrets(name), "the check must find all in the source"
    for path, content in files(COURSE / "release" / name).items():
        assert leaked(content.decode(), name, numbers=not path.endswith(".csv")) == [], path


def test_no_line_of_a_solution_is_in_the_release():
    hidden, public = regions(NAME)
    lines = {line.strip() for _, region in hidden for line in region.splitlines()} - {""}
    lines -= {line.strip() for line in public.splitlines()}
    assert len(lines) > 60 and len(secrets(NAME)) > 50 and {"10.44", "123.4", "83.9"} <= set(secrets(NAME))
    cells = json.loads((RELEASE / f"{NAME}.ipynb").read_text(encoding="utf-8"))["cells"]
    shown = {line.strip() for cell in cells for line in "".join(cell["source"]).splitlines()}
    assert not shown & lines
    assert not any("BEGIN" in line or "END" in line for line in shown)


def test_an_unknown_set_names_the_nearest():
    with pytest.raises(ValueError, match="no exercise set 'mali-glod': did you mean mali-gold"):
        exercises.release(["mali-glod"])
    with pytest.raises(ValueError, match="no exercise set 'zebra': there are .*mali-gold"):
        exercises.release(["zebra"])


@pytest.mark.parametrize(
    ("cell", "old", "new", "fault"),
    [
        ("q1-value", "### END SOLUTION", "", "### BEGIN SOLUTION without its other half"),
        ("q2", "### BEGIN HIDDEN TESTS", "", "### END HIDDEN TESTS without its other half"),
        ("q3-value", "### BEGIN SOLUTION: ", "### BEGIN SOLUTION: \\n# ", "does not say behind"),
        ("q4-answer", '"solution": true', '"solution": false', "has a solution, but is no solution cell"),
        ("q5", '"grade": true', '"grade": false', "has hidden tests, but is no test cell"),
        ("q5", '"points": 4', '"points": null', "is graded, but has no points"),
        ("q4-value", '_id": "mali-gold-q4-value"', '_id": "mali-gold-q4-answer"', "of an earlier cell"),
        ("q4-value", '_id": "mali-gold-q4-value"', '_id": ""', "has no grade_id"),
    ],
)
def test_a_faulty_cell_is_named_before_release(tmp_path, monkeypatch, cell, old, new, fault):
    broken = json.loads(SOURCE.read_text(encoding="utf-8"))
    for number, one in enumerate(broken["cells"]):
        if one["id"] == f"{NAME}-{cell}":
            text = json.dumps(one)
            assert old in text
            broken["cells"][number] = json.loads(text.replace(old, new))
    course = tmp_path / "exercises"
    (course / "source" / NAME).mkdir(parents=True)
    (course / "source" / NAME / f"{NAME}.ipynb").write_text(json.dumps(broken), encoding="utf-8")
    shutil.copy(COURSE / "nbgrader_config.py", course)
    monkeypatch.setattr(exercises, "COURSE", course)
    number = next(n for n, one in enumerate(broken["cells"]) if one["id"] == f"{NAME}-{cell}")
    with pytest.raises(ValueError, match=rf"^{NAME}.ipynb, cell {number} \(.*{re.escape(fault)}"):
        exercises.release()
    assert not (course / "release").exists()


def test_a_failure_of_nbgrader_is_told_in_its_words(tmp_path):
    with pytest.raises(ValueError, match="nbgrader generate_assignment nothing failed:(.|\n)*ERROR"):
        exercises.nbgrader(tmp_path, "generate_assignment", "nothing")


def test_the_data_files_are_those_the_notebook_reads():
    data = {name for name in files(RELEASE) if name.startswith("data/")}
    wanted = ["gold_mirror_trade", "gold_price", "mali_gold_exports", "mali_gold_testimony"]
    assert data == {f"data/{name}.csv" for name in wanted}
