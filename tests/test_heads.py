"""The head of each chapter, the warning when the date of its review is past, and what the page Execution status tells."""

from datetime import date

import nbformat
import pytest

from nexus import cli, heads, notebooks
from nexus.sphinx import status

TABLE = "| Time | Before this | Data as of | Next review |\n|---|---|---|---|\n| 70 minutes | nothing | {} | {} |"


def chapter(folder, as_of="22 November 2026", review="May 2027", text="# A chapter\n\n*A question?*\n\n"):
    path = folder / "a.ipynb"
    cell = nbformat.v4.new_markdown_cell(text + TABLE.format(as_of, review))
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
    return path


@pytest.mark.parametrize("path", notebooks.chapters(), ids=lambda path: path.stem)
def test_every_chapter_tells_its_dates_and_the_review_comes_after_the_data(path):
    told = heads.head(path)
    assert told.as_of < told.late_from


def test_a_review_is_late_once_its_month_is_over(tmp_path, monkeypatch, capsys):
    path = chapter(tmp_path, review="December 2027")
    monkeypatch.setattr(heads, "chapters", lambda: [path])
    cli._remind(date(2027, 12, 31))
    assert capsys.readouterr().out == ""
    cli._remind(date(2028, 1, 1))
    assert "Review due. a: its review was due in December 2027" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [{"as_of": "2026-11-22"}, {"review": "spring 2027"}, {"text": "# A chapter\n\n"}])
def test_a_head_that_cannot_be_read_names_the_notebook(tmp_path, wrong):
    with pytest.raises(ValueError, match=r"^a\.ipynb: "):
        heads.head(chapter(tmp_path, **wrong))


@pytest.mark.parametrize(("counts", "failed", "told"), [((1, 2), False, True), ((1, 3), False, False), ((1, 2), True, False)])
def test_a_notebook_that_was_not_run_in_one_go_is_told(tmp_path, counts, failed, told):
    new = nbformat.v4
    outputs = [new.new_output("error", ename="E", evalue="", traceback=[])] if failed else []
    cells = [new.new_code_cell("1", execution_count=count, outputs=outputs) for count in counts]
    nbformat.write(new.new_notebook(cells=cells), tmp_path / "a.ipynb")
    assert status.stored(tmp_path / "a.ipynb").in_one_go is told


def test_the_versions_shown_are_those_of_the_lock():
    assert set(status.PACKAGES) <= set(status.pinned())
