"""The chapters: numbers in prose, claims carried, questions, and that checks find what is wrong.

That every stored output is what the code gives is tested by nbval, on book/ and exercises/source/.
"""

import json
import re

import nbformat
import pytest

from nexus import claims, heads, notebooks, questions, references

CHAPTERS = notebooks.chapters()


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_every_number_is_cited_or_computed(path):
    assert notebooks.unsupported(path) == []


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_the_list_of_references_follows_from_marks_and_tables(path):
    (cell,) = [c.source for c in nbformat.read(path, as_version=4).cells if c.source.startswith("## References")]
    assert cell == references.of_chapter(path)


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_notebooks_are_stored_executed_and_normalised(path):
    notebook = nbformat.read(path, as_version=4)
    assert all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code")
    assert not [o for cell in notebook.cells for o in cell.get("outputs", []) if o.output_type == "error"]
    before = nbformat.writes(notebook)
    assert nbformat.writes(notebooks.normalise(notebook)) == before


def test_the_map_of_the_book_says_what_the_chapters_say():
    """Title, guiding question and time on the first page are those at the head of each chapter."""
    index = (notebooks.BOOK / "index.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\d+\. \[(.+?)\]\((.+?)\.ipynb\), (.+?)\. (.+)$", index, re.MULTILINE)
    told = {slug: (title, question, time) for title, slug, time, question in lines}
    for head in map(heads.head, CHAPTERS):
        assert told[head.name] == (head.title, head.question, head.time)
    assert list(told) == [slug for slug in claims.CHAPTERS if slug in told]


def chapter(tmp_path, prose, code="assert round(7 / 2, 1) == 3.5"):
    new = nbformat.v4
    cells = [new.new_markdown_cell("# A"), new.new_markdown_cell("## B\n" + prose), new.new_code_cell(code)]
    path = tmp_path / "a.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("It is 3.5 tonnes.", []),
        ("It is 3.6 tonnes.", [3.6]),
        ("They were twelve.", [12]),
        ("They were 1,304.", [1304]),
        ("Gold fed more than 2 million [G11].", []),
        ("Gold fed more than 4 million [G11].", [4]),
    ],
)
def test_an_unsupported_number_is_found(tmp_path, prose, found):
    messages = notebooks.unsupported(chapter(tmp_path, prose))
    assert len(messages) == len(found) and all(f"{value:g}" in m for value, m in zip(found, messages, strict=True))


def test_a_number_in_a_string_supports_nothing(tmp_path):
    assert notebooks.unsupported(chapter(tmp_path, "It is 9.9.", 'title = "It is 9.9"'))


@pytest.mark.parametrize(
    "path", [*CHAPTERS, *notebooks.SOURCES.glob("*/*.ipynb")], ids=lambda path: str(path.relative_to(notebooks.ROOT))
)
def test_no_dollar_signs_turn_into_a_formula(path):
    """JupyterLab sets what stands between two dollar signs as mathematics."""
    for cell in nbformat.read(path, as_version=4).cells:
        shown = (
            [cell.source] if cell.cell_type == "markdown" else [o.data.get("text/html", "") for o in cell.outputs if "data" in o]
        )
        assert [text for text in shown if text.count("$") > 1] == []


def test_marks_lead_to_claims():
    assert claims.marks("cash [G17; B11], and [not a mark]") == ["G17", "B11"]
    assert claims.claim("G17")["claim_id"] == "unu_gold_2024-017"
    with pytest.raises(ValueError, match="no claim G999"):
        claims.claim("G999")


def test_every_wrong_choice_is_answered():
    for path in CHAPTERS:
        for name in questions.load(path.stem):
            made = questions.ask(path.stem, name)._repr_html_()
            assert made.count("<details>") == made.count("Yes.</strong>") + made.count("Not quite.</strong>") >= 3


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_the_place_of_a_choice_does_not_give_it_away(path):
    places = []
    for name in questions.load(path.stem):
        shown = [choice.get("right", False) for _, choice in questions.ask(path.stem, name).choices]
        places.append(shown.index(True))
        assert repr(questions.ask(path.stem, name)) == repr(questions.ask(path.stem, name))
    assert all(places.count(place) <= (len(places) + 1) // 2 for place in places), places


def test_an_unknown_question_lists_the_known():
    with pytest.raises(ValueError, match="no question 'agse' in mali-gold.yml; it has prediction"):
        questions.ask("mali-gold", "agse")


def test_a_refused_chart_stops_the_run_with_its_cell(tmp_path):
    code = "import altair as alt\nfrom nexus import charts\nalt.Chart(alt.Data(values=[{'a': 1}])).mark_point().encode(x='a:Q')"
    path = chapter(tmp_path, "x", code)
    with pytest.raises(RuntimeError, match="a.ipynb, cell 2: ValueError: This chart is not ready"):
        notebooks.execute(path)
    assert json.loads(path.read_text())["cells"][2]["outputs"] == []
