"""The question bank: what a learning platform reads from the files, against the questions as they were written."""

import io
import re
import zipfile
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from nexus import questions, quiz
from nexus.cli import app

NS = {"q": quiz.QTI, "m": quiz.MANIFEST, "c": quiz.CANVAS}
ODD = 'If a < b & "c" > d, is it “x̄ ≈ ½ · 10⁻³”, $E = mc^2$, \\(n\\) or 5 €? See [the map](index.md#a) of 2024 [G17].'
READ = ODD.replace("[the map](index.md#a)", "the map")


def said(text):
    """What a person reads of a piece of HTML that holds one paragraph."""
    inner = re.fullmatch(r"<p>([^<>]*)</p>", text)
    assert inner, f"one paragraph and no other markup: {text}"
    return unescape(inner[1])


def written(question):
    return said_all(question["text"], [(c["text"], c["answer"], c.get("right", False)) for c in question["choices"]])


def said_all(text, choices):
    """Question and its choices (text, answer, right), whatever their order."""
    return text, sorted(choices)


def from_moodle(content):
    """{category: {idnumber: (text, choices)}} as Moodle's importer reads the file."""
    found = {}
    for item in ET.fromstring(content).iter("question"):
        if item.get("type") == "category":
            current = found.setdefault(item.findtext("category/text").removeprefix("$course$/top/Nexus/"), {})
            continue
        assert item.get("type") == "multichoice" and item.find("questiontext").get("format") == "html"
        assert (item.findtext("single"), item.findtext("shuffleanswers")) == ("true", "true")
        choices = []
        for answer in item.iter("answer"):
            assert answer.get("fraction") in ("0", "100") and answer.get("format") == "html"
            choices.append(
                (said(answer.findtext("text")), said(answer.findtext("feedback/text")), answer.get("fraction") == "100")
            )
        assert item.findtext("name/text")
        assert item.findtext("idnumber") not in current and len(item.findtext("idnumber")) <= 100
        current[item.findtext("idnumber")] = said_all(said(item.findtext("questiontext/text")), choices)
    return found


def from_qti(content):
    """{title: {ident: (text, choices)}} as Canvas reads the package: manifest, settings, assessment."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        manifest = ET.fromstring(archive.read("imsmanifest.xml"))
        assert manifest.tag == f"{{{quiz.MANIFEST}}}manifest"
        resources = {one.get("identifier"): one for one in manifest.iterfind("m:resources/m:resource", NS)}
        named = [file.get("href") for one in resources.values() for file in one.iterfind("m:file", NS)]
        assert sorted(named) == sorted(set(archive.namelist()) - {"imsmanifest.xml"})
        for one in resources.values():
            if one.get("type") != "imsqti_xmlv1p2":
                continue
            root = ET.fromstring(archive.read(one.find("m:file", NS).get("href")))
            assessment = root.find("q:assessment", NS)
            meta = resources[one.find("m:dependency", NS).get("identifierref")]
            settings = ET.fromstring(archive.read(meta.get("href")))
            assert settings.get("identifier") == assessment.get("ident"), "Canvas drops settings of another quiz"
            assert settings.findtext("c:shuffle_answers", namespaces=NS) == "true"
            assert settings.findtext("c:title", namespaces=NS) == assessment.get("title")
            items = assessment.findall("q:section/q:item", NS)
            assert settings.findtext("c:points_possible", namespaces=NS) == f"{len(items)}.0"
            found[assessment.get("title")] = {item.get("ident"): qti_item(item) for item in items}
            assert len(found[assessment.get("title")]) == len(items)
    return found


def qti_item(item):
    order = [part.tag.partition("}")[2] for part in item]
    assert order == ["itemmetadata", "presentation", "resprocessing", *["itemfeedback"] * (len(order) - 3)]
    fields = {f.findtext("q:fieldlabel", namespaces=NS): f.findtext("q:fieldentry", namespaces=NS)
              for f in item.iterfind("q:itemmetadata/q:qtimetadata/q:qtimetadatafield", NS)}  # fmt: skip
    assert fields["question_type"] == "multiple_choice_question" and fields["points_possible"] == "1"
    response = item.find("q:presentation/q:response_lid", NS)
    assert response.get("rcardinality") == "Single" and response.find("q:render_choice", NS).get("shuffle") == "Yes"
    texts = {one.get("ident"): mattext(one) for one in response.iter(f"{{{quiz.QTI}}}response_label")}
    assert fields["original_answer_ids"].split(",") == list(texts)
    feedback = {one.get("ident"): mattext(one) for one in item.iterfind("q:itemfeedback", NS)}
    shown, right = {}, []
    for condition in item.iterfind("q:resprocessing/q:respcondition", NS):
        answer = condition.find("q:conditionvar/q:varequal", NS)
        assert answer.get("respident") == response.get("ident") and answer.text in texts
        if (score := condition.find("q:setvar", NS)) is not None:
            assert score.text == "100" and condition.get("continue") == "No"
            right.append(answer.text)
        else:
            assert not right, "what follows the score is not marked"
            shown[answer.text] = feedback[condition.find("q:displayfeedback", NS).get("linkrefid")]
    assert len(right) == 1 and set(shown) == set(texts)
    choices = [(texts[ident], shown[ident], ident in right) for ident in texts]
    return said_all(mattext(item.find("q:presentation", NS)), choices)


def mattext(part):
    words = next(part.iter(f"{{{quiz.QTI}}}mattext"))
    assert words.get("texttype") == "text/html"
    return said(words.text)


READERS = [(quiz.moodle, from_moodle), (quiz.qti, from_qti)]


@pytest.mark.parametrize("make, read", READERS)
def test_every_question_arrives_as_it_was_written(make, read):
    found = read(make(quiz.chapters()))
    assert list(found) == [quiz.title(chapter) for chapter in quiz.chapters()] and len(found) == 10
    for chapter in quiz.chapters():
        wanted = {f"nexus-{chapter}-{name}": written(question) for name, question in questions.load(chapter).items()}
        assert found[quiz.title(chapter)] == wanted
        assert all([right for *_, right in choices].count(True) == 1 for _, choices in wanted.values())


@pytest.mark.parametrize("make, read", READERS)
def test_signs_and_mathematics_survive_and_links_become_words(monkeypatch, make, read):
    odd = {"odd": {"text": ODD, "choices": [
        {"text": f"1 {ODD}", "answer": f"2 {ODD}"}, {"text": "<b>tag</b> &amp;", "answer": "a</p>]]><p>", "right": True},
    ]}}  # fmt: skip
    monkeypatch.setattr(questions, "load", lambda chapter: odd)
    [(text, choices)] = read(make(["mali-gold"]))[quiz.title("mali-gold")].values()
    assert text == READ
    assert choices == sorted([(f"1 {READ}", f"2 {READ}", False), ("<b>tag</b> &amp;", "a</p>]]><p>", True)])


def test_ids_stay_when_a_question_gets_a_new_neighbour(monkeypatch):
    def ids():
        return {ident: choice["text"] for name in questions.load("car") for ident, choice in quiz._choices("car", name)}

    before, real = ids(), questions.load("car")
    monkeypatch.setattr(questions, "load", lambda chapter: dict(reversed(real.items())))
    assert ids() == before and len(before) == sum(len(question["choices"]) for question in real.values())


def test_the_right_choice_is_not_always_the_first():
    """A platform that ignores the wish to shuffle shows the order of the page."""
    places = [[bool(c.get("right")) for _, c in quiz._choices("car", name)].index(True) for name in questions.load("car")]
    assert len(set(places)) > 2


@pytest.mark.parametrize("make, read", READERS)
def test_the_same_questions_give_the_same_bytes_and_only_those_asked_for(make, read):
    assert make(["car", "nexus"]) == make(["car", "nexus"])
    if make is quiz.qti:
        with zipfile.ZipFile(io.BytesIO(make(["car"]))) as archive:
            assert {entry.date_time[0] for entry in archive.infolist()} == {1980}, "no date of the day"
    assert list(read(make(["nexus"]))) == [quiz.title("nexus")]


def test_the_command_writes_both_formats_and_names_what_it_does_not_know(tmp_path):
    run = CliRunner().invoke
    done = run(app, ["export-quiz", "car", "--out", str(tmp_path / "new")])
    assert done.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["nexus-moodle.xml", "nexus-qti.zip"]
    assert list(from_moodle((tmp_path / "new" / "nexus-moodle.xml").read_bytes())) == [quiz.title("car")]
    done = run(app, ["export-quiz", "--format", "qti", "--out", str(tmp_path / "one")])
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["nexus-qti.zip"]
    for words, message in [(["mali-glod"], "did you mean mali-gold"), (["car", "--format", "canvas"], "moodle, qti")]:
        done = run(app, ["export-quiz", *words, "--out", str(tmp_path / "none")])
        assert done.exit_code == 1 and message in " ".join(done.output.split())
    assert not (tmp_path / "none").exists()
