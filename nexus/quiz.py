"""The check questions as files that learning platforms take in: Moodle XML, and QTI 1.2 as Canvas imports it.

The two formats are small, and no package on PyPI writes both with an answer to every choice: so the standard library does.
"""

import html
import re
from pathlib import Path
from xml.etree import ElementTree as ET

from nexus import heads, notebooks, questions
from nexus.bootstrap import ROOT
from nexus.bundles import zipped
from nexus.names import require_known

OUT = ROOT / ".build" / "quiz"
MANIFEST = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"


def chapters():
    """Names of the chapters that have check questions, in the book's order."""
    return [path.stem for path in notebooks.chapters() if (questions.FOLDER / f"{path.stem}.yml").exists()]


def title(chapter):
    """The title of a chapter, as its notebook says it."""
    return heads.head(ROOT / "book" / f"{chapter}.ipynb").title


def plain(text):
    """A text whose Markdown links, which would lead nowhere on a platform, are replaced by their words."""
    return re.sub(r"\[([^\]]+)\]\([^()\s]+\)", r"\1", text)


def _page(text):
    return f"<p>{html.escape(plain(text), quote=False)}</p>"


def _add(parent, tag, text=None, **attributes):
    element = ET.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _bytes(root):
    ET.indent(root)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _choices(chapter, name):
    """(stable id, choice) of a question, in the order of the page: the id counts in the file, so a new neighbour moves none."""
    shown = questions.Question(chapter, name)
    listed = shown.question["choices"]
    return [(f"{identity(chapter, name)}-{listed.index(choice) + 1}", choice) for _, choice in shown.choices]


def identity(chapter, name):
    """The id of a question on every platform. It stays when words change, so a second import can be matched."""
    return f"nexus-{chapter}-{name}"


def moodle(names):
    """Moodle XML (bytes): one category for each chapter, then its questions."""
    root = ET.Element("quiz")
    for chapter in names:
        category = _add(_add(root, "question", type="category"), "category")
        _add(category, "text", "$course$/top/Nexus/" + title(chapter).replace("/", "//"))
        for name, question in questions.load(chapter).items():
            item = _add(root, "question", type="multichoice")
            _add(_add(item, "name"), "text", f"{chapter}: {name}")
            _add(_add(item, "questiontext", format="html"), "text", _page(question["text"]))
            for tag, value in {
                "defaultgrade": "1", "penalty": "0.3333333", "hidden": "0", "idnumber": identity(chapter, name),
                "single": "true", "shuffleanswers": "true", "answernumbering": "ABCD",
            }.items():  # fmt: skip
                _add(item, tag, value)
            for _, choice in _choices(chapter, name):
                answer = _add(item, "answer", fraction="100" if choice.get("right") else "0", format="html")
                _add(answer, "text", _page(choice["text"]))
                _add(_add(answer, "feedback", format="html"), "text", _page(choice["answer"]))
    return _bytes(root)


def qti(names):
    """A QTI 1.2 content package (bytes of a zip): one practice quiz for each chapter. The same questions give the same bytes."""
    files = {"imsmanifest.xml": _manifest(names)}
    for chapter in names:
        files[f"{chapter}/{chapter}.xml"] = _assessment(chapter)
        files[f"{chapter}/assessment_meta.xml"] = _settings(chapter)
    return zipped(files)


def _manifest(names):
    root = ET.Element("manifest", {"xmlns": MANIFEST, "identifier": "nexus-questions"})
    about = _add(root, "metadata")
    _add(about, "schema", "IMS Content")
    _add(about, "schemaversion", "1.1.3")
    _add(root, "organizations")
    resources = _add(root, "resources")
    for chapter in names:
        quiz = _add(resources, "resource", identifier=f"nexus-{chapter}", type="imsqti_xmlv1p2")
        _add(quiz, "file", href=f"{chapter}/{chapter}.xml")
        _add(quiz, "dependency", identifierref=f"nexus-{chapter}-settings")
        kind, href = "associatedcontent/imscc_xmlv1p1/learning-application-resource", f"{chapter}/assessment_meta.xml"
        settings = _add(resources, "resource", identifier=f"nexus-{chapter}-settings", type=kind, href=href)
        _add(settings, "file", href=href)
    return _bytes(root)


def _settings(chapter):
    """What QTI has no place for and Canvas keeps in a file of its own."""
    root = ET.Element("quiz", {"xmlns": CANVAS, "identifier": f"nexus-{chapter}"})
    for tag, value in {
        "title": title(chapter), "description": "", "shuffle_answers": "true", "quiz_type": "practice_quiz",
        "points_possible": f"{len(questions.load(chapter))}.0", "show_correct_answers": "true", "allowed_attempts": "-1",
    }.items():  # fmt: skip
        _add(root, tag, value)
    return _bytes(root)


def _assessment(chapter):
    root = ET.Element("questestinterop", {"xmlns": QTI})
    assessment = _add(root, "assessment", ident=f"nexus-{chapter}", title=title(chapter))
    _fields(assessment, {"cc_maxattempts": "unlimited"})
    section = _add(assessment, "section", ident="root_section")
    for name, question in questions.load(chapter).items():
        _item(section, chapter, name, question)
    return _bytes(root)


def _fields(parent, values):
    about = _add(parent, "qtimetadata")
    for label, entry in values.items():
        field = _add(about, "qtimetadatafield")
        _add(field, "fieldlabel", label)
        _add(field, "fieldentry", entry)


def _material(parent, text):
    _add(_add(parent, "material"), "mattext", _page(text), texttype="text/html")


def _item(section, chapter, name, question):
    choices = _choices(chapter, name)
    item = _add(section, "item", ident=identity(chapter, name), title=name)
    _fields(_add(item, "itemmetadata"), {
        "question_type": "multiple_choice_question", "points_possible": "1",
        "original_answer_ids": ",".join(ident for ident, _ in choices),
        "assessment_question_identifierref": f"{identity(chapter, name)}-bank",
    })  # fmt: skip
    shown = _add(item, "presentation")
    _material(shown, question["text"])
    render = _add(_add(shown, "response_lid", ident="response1", rcardinality="Single"), "render_choice", shuffle="Yes")
    for ident, choice in choices:
        _material(_add(render, "response_label", ident=ident), choice["text"])
    marking = _add(item, "resprocessing")
    _add(_add(marking, "outcomes"), "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    for ident, _ in choices:  # what is said comes before the score, which ends the marking
        met = _add(marking, "respcondition", **{"continue": "Yes"})
        _add(_add(met, "conditionvar"), "varequal", ident, respident="response1")
        _add(met, "displayfeedback", feedbacktype="Response", linkrefid=f"{ident}-said")
    right = next(ident for ident, choice in choices if choice.get("right"))
    met = _add(marking, "respcondition", **{"continue": "No"})
    _add(_add(met, "conditionvar"), "varequal", right, respident="response1")
    _add(met, "setvar", "100", action="Set", varname="SCORE")
    for ident, choice in choices:
        _material(_add(_add(item, "itemfeedback", ident=f"{ident}-said"), "flow_mat"), choice["answer"])


FORMS = {"moodle": (moodle, "nexus-moodle.xml"), "qti": (qti, "nexus-qti.zip")}


def export(names=None, form=None, out=None):
    """Write the questions of some chapters (all by default) in one format or both; returns the paths.

    Raises ValueError for an unknown chapter or format. `out` is a folder, .build/quiz/ by default.
    """
    for name in names or []:
        require_known(name, chapters(), "chapter with questions")
    if form:
        require_known(form, list(FORMS), "format")
    folder, written = Path(out) if out else OUT, []
    folder.mkdir(parents=True, exist_ok=True)
    for make, file in [FORMS[form]] if form else FORMS.values():
        path = folder / file
        path.write_bytes(make(list(dict.fromkeys(names or chapters()))))
        written.append(path)
    return written
