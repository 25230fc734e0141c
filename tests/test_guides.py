"""The task map, the rubric's sentences, and the pages for instructors: complete, printed from the sources, kept from students."""

import io
import re
import zipfile
from html import unescape

import pytest
from typer.testing import CliRunner

from leaks import kept_back, leaked, secrets, set_of
from nexus import bundles, guides, site
from nexus.bootstrap import ROOT
from nexus.cli import app
from nexus.exercises import COURSE, sets
from nexus.grading import paper
from nexus.grading.prepare import alternatives


def words(page):
    """What a reader of a page reads, in one line."""
    page = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    page = re.sub(r"</?(?:a|code|em|strong)\b[^>]*>", "", page)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def spoken(text):
    """A line of Markdown as it is read."""
    return " ".join(re.sub(r"[`*]", "", text.replace("|", " ")).split())


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """All pages, by file name."""
    return {path.name: path.read_text(encoding="utf-8") for path in guides.write(out=tmp_path_factory.mktemp("guides"))}


def test_the_map_has_one_row_for_each_task_in_order():
    listed = [(row["set"], row["task"]) for row in guides.tasks()]
    known = [(name, task.id.removeprefix(f"{name}-")) for name in sets() for task in paper.named(name).tasks]
    assert sorted(listed) == sorted(known)
    assert all([task for of, task in listed if of == name] == [task for of, task in known if of == name] for name in sets())


@pytest.mark.parametrize("name", sets())
def test_tasks_serve_the_chapter_and_climb_within_the_time_stated(name):
    rows = guides.tasks(name)
    promised = guides.objectives(name)
    assert 5 <= len(promised) <= 6
    assert {row["objective"] for row in rows} <= set(promised)
    assert len({row["objective"] for row in rows}) >= 3
    levels = [guides.BLOOM.index(row["bloom"]) for row in rows]
    assert all(later >= earlier - 1 for earlier, later in zip(levels, levels[1:], strict=False))
    assert levels[0] <= guides.BLOOM.index("apply") and levels[-1] >= guides.BLOOM.index("evaluate")
    intro = paper.named(name).cells[0].source
    stated, *checked, last = int(re.search(r"[Aa]bout (\d+) minutes", intro)[1]), *(row["minutes"] for row in rows)
    if "three to four hours" in intro:
        assert sum(checked) == stated and 180 <= last <= 240
    else:
        assert sum(checked) + last == stated and 45 <= stated <= 70


def test_skills_come_from_the_list_and_all_are_used():
    assert {row["skill"] for row in guides.tasks()} == guides.SKILLS


@pytest.mark.parametrize("name", sets())
def test_every_criterion_has_a_sentence_at_each_level_below_full_marks(name):
    rubric = guides.rubric(paper.named(name))
    assert len(rubric) == 4
    known = guides.exemplars(name)
    assert list(known) == [criterion for criterion, _ in rubric]
    for criterion, levels in rubric:
        assert list(known[criterion]) == list(range(len(levels) - 1)), criterion
        assert all(sentence.strip() for sentence in known[criterion].values()), criterion


def test_what_is_tested_is_read_from_the_cells():
    gold = paper.named("mali-gold")
    assert guides.probes(gold, "mali-gold-q2") == (["by_year"], ["by_year"], ["artisanal", "missing", "mean_t"])
    for name in sets():
        sheet = paper.named(name)
        for task in [task for task in sheet.tasks if task.role == "test"]:
            functions, others, values = guides.probes(sheet, task.id)
            assert functions and others and values, f"{task.id}: a function is tried on other inputs, and a value is asked for"


@pytest.mark.parametrize("name", sets())
def test_a_guide_holds_the_plan_the_mistakes_and_the_rubric(made, name):
    text, sheet = words(made[f"guide-{name}.html"]), paper.named(name)
    assert text.startswith(f"Guide: {guides._opening(sheet)[0]} For instructors: do not publish")
    for number, (task, row) in enumerate(zip(sheet.tasks, guides.tasks(name), strict=True), 1):
        assert f"{number}. {sheet.title(task.id)} {row['objective']} {row['skill']} {row['bloom']}" in text
    for one in alternatives(sheet):
        assert f"{spoken(one.about)} {spoken(one.hint)}" in text, one.name
    for one in alternatives(sheet, "right"):
        assert spoken(one.about).rstrip(".") in text, one.name
    for criterion, levels in guides.rubric(sheet):
        assert all(spoken(level) in text for level in levels)
        assert all(spoken(sentence) in text for sentence in guides.exemplars(name)[criterion].values())


@pytest.mark.parametrize("name", sets())
def test_a_key_holds_every_answer_and_the_guide_leads_to_it(made, name):
    page = made[f"key-{name}.html"]
    text = words(page)
    assert "For instructors: do not publish" in text
    assert [secret for secret in secrets(name) if spoken(secret) not in spoken(text)] == []
    assert "### BEGIN" not in page and "### END" not in page
    anchors = re.findall(r' id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    wanted = set(re.findall(rf'href="key-{name}\.html#([^"]+)"', made[f"guide-{name}.html"]))
    assert {task.id for task in paper.named(name).tasks} == wanted <= set(anchors)
    assert set(re.findall(r'href="#([^"]+)"', page)) == wanted


def test_text_is_never_taken_for_markup(monkeypatch):
    known = guides.exemplars("mali-gold")
    known["Attribution"][0] = "a < b & <script>alert(1)</script> [x](javascript:alert(1))"
    monkeypatch.setattr(guides, "exemplars", lambda name: known)
    page = guides.guide("mali-gold")
    assert "a &lt; b &amp; &lt;script&gt;" in page
    assert "<script" not in page and 'href="javascript' not in page


def test_no_page_is_written_where_students_read(monkeypatch):
    # Were the check broken, this test itself must not put answers there.
    monkeypatch.setattr(guides, "guide", lambda name: pytest.fail("a page is made for a folder that students read"))
    assert guides.OUT.is_relative_to(ROOT / ".build")
    for place in [
        site.HTML,
        site.HTML / "downloads",
        site.BUILD / "editions",
        COURSE / "release" / "mali-gold",
        ROOT / "book",
        ROOT / "data",
    ]:
        with pytest.raises(ValueError, match="part of what students can read"):
            guides.write(["mali-gold"], place / "guides-of-a-test")
        assert not (place / "guides-of-a-test").exists()
    assert not any(guides.OUT.is_relative_to(place) for place in guides.PUBLIC)


def test_a_download_holds_nothing_of_a_guide():
    for content in [bundles.bundle(ROOT / "book" / "mali-gold.ipynb"), bundles.exercise_zip("mali-gold")]:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            assert not [name for name in names if re.search(r"guide-|key-|exemplars|wrong/|right/|tasks\.csv", name)]
            for name in names:
                assert leaked(archive.read(name).decode(), "mali-gold", numbers=not name.endswith((".csv", ".json"))) == [], name


@pytest.mark.parametrize("name", sets())
def test_the_leak_check_would_find_a_guide(made, name):
    assert len(kept_back(name)) > 50
    found = leaked(made[f"guide-{name}.html"], name)
    assert len(set(kept_back(name)) & set(found)) > 40
    assert set_of(ROOT / f"exercise-{name}.zip") == name


def test_the_command_says_where_the_pages_are_and_names_unknown_sets(tmp_path):
    done = CliRunner().invoke(app, ["guide", "mali-gold", "--out", str(tmp_path / "new")])
    assert done.exit_code == 0 and "2 pages are in" in done.output and "do not publish" in done.output
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["guide-mali-gold.html", "key-mali-gold.html"]
    done = CliRunner().invoke(app, ["guide", "mali-glod", "--out", str(tmp_path / "other")])
    assert done.exit_code == 1 and "mali-glod" in done.output and "mali-gold" in done.output
    assert not (tmp_path / "other").exists()
