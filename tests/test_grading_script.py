"""Reading one notebook: whatever was done to it, it becomes a Script or a plain sentence."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handins import ANSWERS, GOOD, PAPER, PEACE, PROSE, RELEASE, cell_of, code, dump, index_of, text, worked
from nexus.grading import paper
from nexus.grading.intake import Script, Step, Unreadable, read

HONEST = read(GOOD, PAPER)
ORIGINALS = {name: cell_of(worked(), name) for name in ANSWERS}


def changed(change):
    """The Script of a worked notebook after a change; change gets the notebook and may return another or bytes."""
    notebook = worked()
    other = change(notebook)
    notebook = notebook if other is None else other
    return read(notebook if isinstance(notebook, bytes) else dump(notebook), PAPER)


def test_honest_notebook_runs_in_the_order_of_the_paper():
    assert [step.id for step in HONEST.steps] == [cell.id for cell in PAPER.cells if cell.role in ("given", "answer", "test")]
    assert [step.kind for step in HONEST.steps[:4]] == ["given", "answer", "answer", "test"]
    assert HONEST.steps[0].source == PAPER.by_id["mali-gold-setup"].source
    assert all(step.source == "" for step in HONEST.steps if step.kind == "test")
    assert HONEST.prose == {PROSE: "Three steps."} and HONEST.notes == ()
    assert set(HONEST.answers) == {*ANSWERS, PROSE}
    assert HONEST.answers["mali-gold-q1-value"].endswith("x = 'mali-gold-q1-value'")


def test_untouched_notebook_still_has_its_empty_answers():
    script = read(dump(RELEASE), PAPER)
    assert [step.id for step in script.steps] == [step.id for step in HONEST.steps]
    assert script.prose == {PROSE: "*Write your text here.*"} and script.notes == ()


def drop(*names):
    return lambda notebook: notebook.update(
        cells=[c for c in notebook["cells"] if c["metadata"]["nbgrader"]["grade_id"] not in names]
    )


def edit(name, **values):
    return lambda notebook: cell_of(notebook, name).update(values)


def every(change):
    return lambda notebook: [change(cell) for cell in notebook["cells"]] and None


def version3(notebook):
    cells = []
    for cell in notebook["cells"]:
        cell.pop("id")
        cells.append({**cell, "input": cell.pop("source")} if cell["cell_type"] == "code" else cell)
    return {"nbformat": 3, "metadata": {}, "worksheets": [{"cells": cells}]}


def vs_code(cell):
    cell.pop("id")
    cell["metadata"] = {"custom": {"metadata": cell["metadata"]}, "vscode": {"languageId": "python"}}


def colab(cell):
    cell["metadata"] = {"id": cell["id"], "colab": {"base_uri": "x"}}
    cell["id"] = "new"


def stripped(cell):
    cell["metadata"] = {}
    cell.pop("id")


def twice(name, **values):
    def change(notebook):
        at = index_of(notebook, name)
        notebook["cells"].insert(at + 1, copy.deepcopy(notebook["cells"][at]) | values)

    return change


LABELS = "Some cells had lost their labels and were recognised by their content."
SETUP, TEST = "mali-gold-setup", "mali-gold-q1"
SAME = {
    "no ids (nbformat 4.4)": (every(lambda cell: cell.pop("id")), ()),
    "no nbgrader metadata, ids kept": (every(lambda cell: cell.update(metadata={})), ()),
    "VS Code": (every(vs_code), ()),
    "Colab": (every(colab), ()),
    "all labels lost": (every(stripped), (LABELS, "The text of mali-gold-p1 was found beside its cell.")),
    "nbformat 3": (version3, ()),
    "source as one string": (every(lambda cell: cell.update(source="".join(cell["source"]))), ()),
    "CRLF": (every(lambda cell: cell.update(source=[line.replace("\n", "\r\n") for line in cell["source"]])), ()),
    "BOM": (lambda notebook: b"\xef\xbb\xbf" + dump(notebook), ()),
    "UTF-16": (lambda notebook: json.dumps(notebook).encode("utf-16"), ()),
    "NULs at the end": (lambda notebook: dump(notebook) + b"\0" * 4096, ()),
    "large outputs": (edit(TEST, outputs=["y" * 10_000_000]), ()),
    "odd outputs and counts": (edit(TEST, outputs=7, execution_count=[{}]), ()),
    "kernel of R": (
        lambda notebook: notebook["metadata"].update(kernelspec={"language": "R", "name": "ir"}),
        ("The notebook is set to the language R. It was graded as Python.",),
    ),
    "metadata is no object": (lambda notebook: notebook.update(metadata=[1], nbformat="four"), ()),
    "given cell edited": (
        edit(SETUP, source="import os"),
        (f"A cell of the course was changed: {SETUP}. The original was used.",),
    ),
    "given cell deleted": (drop(SETUP), (f"A cell of the course was deleted: {SETUP}. The original was used.",)),
    "given cell as text": (edit(SETUP, cell_type="raw"), (f"A cell of the course was changed: {SETUP}. The original was used.",)),
    "space at line ends": (edit(SETUP, source=PAPER.by_id[SETUP].source.replace("\n", "  \n") + "\n\n"), ()),
    "check edited": (edit(TEST, source="assert True"), (f"The checks of {TEST} were changed. The original checks were used.",)),
    "checks deleted": (
        drop(TEST, "mali-gold-q2"),
        (f"The checks of {TEST}, mali-gold-q2 were deleted. The original checks were used.",),
    ),
    "check twice": (twice(TEST), (f"The notebook holds copies of cells of the course: {TEST}. Each was used once.",)),
    "given twice": (twice(SETUP), (f"The notebook holds copies of cells of the course: {SETUP}. Each was used once.",)),
    "questions deleted": (drop("mali-gold-intro", "mali-gold-q1-question"), ()),
    "other order": (
        lambda notebook: notebook["cells"].reverse(),
        ("The cells of the course are in another order. They were used in the original order.",),
    ),
    "cells that are none": (
        lambda notebook: notebook["cells"].extend([None, 3, {"cell_type": "code", "source": {}}]),
        ("3 cells could not be read and were left out.",),
    ),
    "extra text and empty cells": (lambda notebook: notebook["cells"].extend([text("# Mine"), code(" \n")]), ()),
}


@pytest.mark.parametrize("case", SAME)
def test_same_as_honest(case):
    change, notes = SAME[case]
    script = changed(change)
    assert script.steps == HONEST.steps
    assert script.prose == HONEST.prose and script.answers == HONEST.answers
    assert script.notes == notes


def test_extra_code_comes_after_the_cell_that_it_follows():
    def change(notebook):
        notebook["cells"].insert(0, code("first = 1"))
        notebook["cells"].insert(index_of(notebook, "mali-gold-q1-value"), code("helper = 2"))
        notebook["cells"].append(code("last = 3"))

    script = changed(change)
    ids = [step.id for step in script.steps]
    assert ids[:4] == ["extra-1", SETUP, "mali-gold-q1-answer", "extra-2"] and ids[-1] == "extra-3"
    assert [step for step in script.steps if step.kind != "extra"] == list(HONEST.steps)
    assert [step.source for step in script.steps if step.kind == "extra"] == ["first = 1", "helper = 2", "last = 3"]


def test_changed_copy_of_a_given_cell_is_the_students_own():
    script = changed(twice(SETUP, source="import numpy as np"))
    assert script.steps[:2] == (HONEST.steps[0], Step("extra", "extra-1", "import numpy as np"))


def test_answers_that_stand_twice():
    name = "mali-gold-q1-answer"
    first = cell_of(worked(), name)["source"]
    both = changed(twice(name, source="def rows_per(): pass"))
    assert [step.source for step in both.steps if step.id == name] == ["".join(first), "def rows_per(): pass"]
    assert both.answers[name] == "".join(first) + "\n\ndef rows_per(): pass"
    assert both.notes == (f"The answer {name} is in the notebook 2 times. All were run in order; the last one counts.",)
    stub = changed(twice(name, source=paper.released(PAPER.by_id[name])))  # an empty copy below the answer
    assert stub.steps == HONEST.steps and stub.answers == HONEST.answers
    assert stub.notes == (f"The answer {name} is in the notebook more than once. The copy with content was used.",)
    release = copy.deepcopy(RELEASE)
    twice(name)(release)
    untouched = read(dump(release), PAPER)
    assert [step.id for step in untouched.steps] == [step.id for step in HONEST.steps] and untouched.notes == ()


def test_absent_and_turned_answers_are_noted_and_others_run():
    gone = changed(drop("mali-gold-q1-value", PROSE))
    others = tuple(step for step in HONEST.steps if step.id != "mali-gold-q1-value")
    assert gone.steps == others and gone.prose == {} and "mali-gold-q1-value" not in gone.answers
    assert set(gone.notes) == {f"The notebook has no answer cell {name}." for name in ("mali-gold-q1-value", PROSE)}
    turned = changed(edit("mali-gold-q1-value", cell_type="markdown"))
    assert turned.steps == others and turned.answers == HONEST.answers
    assert "It was not run: change the cell's type to code." in turned.notes[0]


def test_answer_written_into_a_new_cell_is_recognised_if_there_is_one():
    name = "mali-gold-q1-answer"

    def moved(*cells):
        def change(notebook):
            at = index_of(notebook, name)
            notebook["cells"][at : at + 1] = cells

        return changed(change)

    one = moved(code("import math\n\ndef rows_per(table, column):\n    return 2"))
    assert one.steps[1].id == name and one.notes == (LABELS,)
    two = moved(code("def rows_per(a): pass"), code("def rows_per(b): pass"))
    assert [step.kind for step in two.steps[1:3]] == ["extra", "extra"] and name not in two.answers


def test_memo_below_its_untouched_cell_is_found():
    def change(notebook):
        edit(PROSE, source="*Write your text here.*")(notebook)
        notebook["cells"] += [text("My memo."), code("1"), text("Its end. ![x](data:image/png;base64,AAAA)")]

    script = changed(change)
    assert script.prose == {PROSE: "My memo.\n\nIts end. ![x](picture)"}
    assert len(script.notes) == 2


def test_text_that_stands_elsewhere_is_no_memo():
    def change(notebook):
        edit(PROSE, source="*Write your text here.*")(notebook)
        notebook["cells"].insert(1, notebook["cells"].pop())
        notebook["cells"].append(text("A remark at the end."))

    assert changed(change).prose == {PROSE: "*Write your text here.*"}


def test_memo_in_a_code_cell_is_read_but_not_run():
    script = changed(edit(PROSE, cell_type="code"))
    assert script.prose == HONEST.prose and script.steps == HONEST.steps


def test_text_that_no_program_can_hold():
    script = changed(edit("mali-gold-q1-value", source="x = '\0\ud800'"))
    assert script.answers["mali-gold-q1-value"] == "x = '\ufffd'" and len(script.notes) == 1
    json.dumps(script.answers, ensure_ascii=False).encode()
    latin = changed(lambda n: json.dumps(n, ensure_ascii=False).replace("Three steps.", "Un mémo").encode("cp1252", "replace"))
    assert latin.prose == {PROSE: "Un mémo"} and "accents" in latin.notes[0]
    control = changed(lambda n: dump(n).replace(b"Three steps.", b"Three\tsteps."))
    assert control.prose == {PROSE: "Three\tsteps."}
    assert changed(lambda n: dump(n)[:-1] + b', "nbformat": 4}').steps == HONEST.steps  # a key twice


def many(number, source):
    return lambda notebook: notebook["cells"].extend(code(source) for _ in range(number))


BAD = {
    "empty": (b"", "The file is empty."),
    "only NULs": (b"\0" * 5000, "The file is empty."),
    "web page": (b"\n<!DOCTYPE html><html>", "The file is a web page (saved from the browser?), not a notebook"),
    "web page in UTF-16": ("<html>".encode("utf-16"), "web page"),
    "python": (b"import pandas as pd\n", "The file is no notebook, but other text or data"),
    "PDF": (b"%PDF-1.7", "The file is a PDF"),
    "Word": (b"PK\3\4....", "The file is a zip or a document"),
    "cut off": (GOOD[:-40], "breaks off in line 1."),
    "trailing comma": (b'{\n"cells": [],\n}', "in line 3."),
    "list": (b"[]", "but no notebook"),
    "number": (b"7", "but no notebook"),
    "no cells": (b"{}", "but no notebook"),
    "cells are no list": (b'{"cells": {}}', "but no notebook"),
    "deep": (b'{"cells": ' + b"[" * 100_000, "nested too deeply"),
    "long number": (b'{"cells": [' + b"1" * 5000 + b"]}", "a number that is too long"),
    "many lists": (b"[" + b"[]," * 2_000_001, "outputs are too large"),
    "no cell": (b'{"cells": []}', "This is not the notebook of mali-gold: none of its cells belongs to it."),
    "other exercise": (PEACE, "This is not the notebook of mali-gold"),
    "too many cells": (many(10_000, "1"), "10010 code cells; at most 500"),
    "too much code": (many(3, "#" * 400_000), "more than 1 MB"),
    "too much prose": (edit(PROSE, source="a" * 1_000_001), "more than 1 MB"),
}


@pytest.mark.parametrize("case", BAD)
def test_unreadable_says_why(case):
    data, message = BAD[case]
    with pytest.raises(Unreadable) as caught:
        changed(data) if callable(data) else read(data, PAPER)
    assert message in str(caught.value) and str(caught.value).endswith(".") and "\n" not in str(caught.value)


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode) | st.integers(0, len(GOOD)).map(lambda end: GOOD[:end]))
@settings(deadline=None, max_examples=150)
def test_any_bytes_are_a_script_or_unreadable(data):
    try:
        assert isinstance(read(data, PAPER), Script)
    except Unreadable as error:
        assert str(error)


VALUES = [None, True, 3, -0.5, "", "text", [], [None], ["a", 1], {}, {"nbgrader": 3}, {"nbgrader": {"grade_id": [1]}}, [[]]]
IDS = [cell.id for cell in PAPER.cells]
MUTATION = st.tuples(
    st.sampled_from(["delete", "copy", "move", "retag", "type", "source", "metadata", "replace", "bare"]),
    st.integers(0, 99),
    st.integers(0, 99),
    st.sampled_from([*IDS, "unknown", "", None, 3]),
    st.sampled_from(["code", "markdown", "raw", None, 4]),
    st.sampled_from(VALUES),
)


def mutate(cells, kind, at, to, name, cell_type, value):
    at %= max(len(cells), 1)
    cell = cells[at] if cells and isinstance(cells[at], dict) else None
    if kind == "delete":
        del cells[at : at + 1]
    elif kind == "copy" and cells:
        cells.insert(to, copy.deepcopy(cells[at]))
    elif kind == "move" and cells:
        cells.insert(to, cells.pop(at))
    elif kind == "replace" and cells:
        cells[at] = value
    elif cell is None:
        pass
    elif kind == "retag":
        cell["metadata"] = {"nbgrader": {"grade_id": name}}
    elif kind == "bare":
        cell["metadata"] = {}
        cell.pop("id", None)
    else:
        cell[{"type": "cell_type"}.get(kind, kind)] = cell_type if kind == "type" else value


@given(st.lists(MUTATION, max_size=10))
@settings(deadline=None, max_examples=100)
def test_mutated_notebooks_keep_every_answer_that_is_there(mutations):
    notebook = worked()
    for mutation in mutations:
        mutate(notebook["cells"], *copy.deepcopy(mutation))
    try:
        script = read(dump(notebook), PAPER)
    except Unreadable as error:
        assert "none of its cells" in str(error)
        return
    steps = {(step.id, step.source) for step in script.steps if step.kind == "answer"}
    for cell in (cell for cell in notebook["cells"] if isinstance(cell, dict) and cell.get("cell_type") == "code"):
        for name, original in ORIGINALS.items():
            if cell.get("metadata") == original["metadata"] and cell.get("source") == original["source"]:
                assert (name, HONEST.answers[name]) in steps
    ours = [step for step in script.steps if step.kind in ("given", "test")]
    assert ours == [step for step in HONEST.steps if step.kind in ("given", "test")]
    assert len(set(script.notes)) == len(script.notes) and all(note.endswith(".") for note in script.notes)
