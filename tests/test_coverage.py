"""The coverage of claims: what is carried by nothing, mistyped, printed as a fact, or without its figure."""

import os
import subprocess
import sys

import nbformat
import pytest

from nexus import claims, coverage
from nexus.bootstrap import ROOT

GOLD = [mark for mark, row in claims.ledger().items() if row["chapter"] == "mali-gold"]
FIGURES = {"G10": "more than 80 per cent", "G11": "2 million people", "G28": "aged 12 to 18", "G32": "the youngest aged ten"}


def carrying(mark):
    """A sentence that carries a claim as it should."""
    said = {
        "attributed": f"An officer says so, {FIGURES.get(mark, 'in these words')}",
        "recommended": "The author urges it",
        "anecdotal": "It is one story",
        "contested": "Some hold it, others dispute it",
        "asserted": f"It is so: {FIGURES.get(mark, 'as written')}",
    }
    return f"{said[claims.claim(mark)['stance']]} [{mark}]."


@pytest.fixture
def book(tmp_path):
    """Write a gold chapter that carries every claim, with some sentences changed; returns its problems."""

    def write(changed=None, page="", exercise=""):
        changed = changed or {}
        new = nbformat.v4
        text = "\n\n".join(filter(None, (changed.get(mark, carrying(mark)) for mark in GOLD)))
        cells = [new.new_markdown_cell("# A"), new.new_markdown_cell(text)]
        (tmp_path / "book").mkdir(exist_ok=True)
        nbformat.write(new.new_notebook(cells=cells), tmp_path / "book" / "mali-gold.ipynb")
        (tmp_path / "book" / "page.md").write_text(page)
        if exercise:
            (tmp_path / "sets" / "mali-gold").mkdir(parents=True)
            cells = [new.new_markdown_cell(exercise)]
            nbformat.write(new.new_notebook(cells=cells), tmp_path / "sets" / "mali-gold" / "mali-gold.ipynb")
        return coverage.problems(book=tmp_path / "book", sources=tmp_path / "sets")

    return write


def test_the_book_has_no_problem():
    assert coverage.problems() == []


def test_a_chapter_that_carries_everything(book):
    assert book() == []


def test_a_claim_that_nothing_carries(book):
    (message,) = book({"G12": ""})
    assert message.startswith("mali-gold: nothing carries G12, “Much of Mali's gold is dug artisanally")
    assert message.endswith("Add [G12] where it is said.")


def test_a_claim_may_be_carried_by_the_exercise_set(book):
    assert book({"G12": ""}, exercise="The blog says so [G12].") == []


def test_a_page_of_the_book_does_not_carry_a_chapter_s_claim(book):
    assert len(book({"G12": ""}, page="The blog says so [G12].")) == 1


def test_an_unknown_claim(book):
    (message,) = book(page="A statement [G128].")
    assert message.startswith("page.md: no claim G128 in data/claims.csv: did you mean G") and "look the number up" in message


def test_a_mark_in_code_is_an_example(book):
    assert book({"G12": ""}, exercise="Write `[G12]` after the sentence.") != []
    assert book(page="Write `[G999]` after the sentence.") == []


def test_a_figure_that_the_paragraph_does_not_state(book):
    (message,) = book({"G10": "It is most of the exports [G10]."})
    assert message.startswith("mali-gold.ipynb, cell 1: G10 is the figure >80 (per cent of total exports)")
    assert book({"G32": "Police say that the youngest was 10 [G32]."}) == []
    assert len(book({"G32": "Police say that the youngest was 11 [G32]."})) == 1
    assert len(book({"G28": "The official says that they are 12 or older [G28]."})) == 1
    assert len(book({"G11": "It feeds 3 million people [G11]."})) == 1


@pytest.mark.parametrize(
    ("mark", "fact", "fair"),
    [
        ("G17", "Robberies are on the rise", "A senior officer reports more robberies"),
        ("G55", "The rules favour big companies", "Miners feel that the rules favour big companies"),
        ("G53", "Companies buy their machines back", "In one story a company bought its machines back"),
        ("G60", "National efforts are aligned with local ones", "National efforts should be aligned with local ones"),
    ],
)
def test_a_saying_printed_as_a_fact(book, mark, fact, fair):
    (message,) = book({mark: f"Before it, a report says more. {fact} [{mark}]."})
    assert f"{mark} is {claims.claim(mark)['stance']}" in message and fact in message
    assert book({mark: f"{fair} [{mark}]."}) == []


def test_a_mark_that_contradicts_the_ledger_s_stance(book):
    (message,) = book({"G17": "An officer says so [G17 asserted]."})
    assert message.endswith("G17 is attributed in data/claims.csv, not asserted: correct the mark and the sentence")
    assert book({"G17": "An officer says so [G17 attributed]."}) == []


def test_the_command_prints_the_table_by_chapter_and_document():
    words = [sys.executable, "-m", "nexus", "coverage"]
    env = os.environ | {"NO_COLOR": "1", "COLUMNS": "100"}
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, env=env)
    assert done.returncode == 0 and "0 problems" in done.stdout
    head, *lines = done.stdout.splitlines()
    assert head.split() == ["chapter", "G", "B", "M", "L", "P", "all"]
    gold = next(line for line in lines if line.startswith("mali-gold"))
    assert gold.split() == ["mali-gold", "56/56", "1/1", "57/57"]
