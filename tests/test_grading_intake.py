"""Finding what a class handed in: each student once, graded or with a plain sentence, whatever others handed in."""

import io
import os
import random
import stat
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handins import GOOD, PAPER, PEACE, RELEASE, dump, found, outcome, outcomes, put, text, worked, zipped
from nexus.grading import files, intake
from nexus.grading.intake import find

LAYOUTS = {
    "folders": {"ana/mali-gold.ipynb": GOOD, "ben/work/mali-gold.ipynb": GOOD, "ben/data/x.csv": b""},
    "nbgrader": {"submitted/ana/mali-gold/mali-gold.ipynb": GOOD, "submitted/ben/mali-gold/mali-gold.ipynb": GOOD},
    "exercise first": {"mali-gold/ana/mali-gold.ipynb": GOOD, "mali-gold/ben/x.ipynb": GOOD, "mali-peace/cem/x.ipynb": PEACE},
    "flat": {"ana.ipynb": GOOD, "ben.IPYNB": GOOD, "roster.csv": b"", "data/x.csv": b"", ".DS_Store": b""},
    "flat with the exercise": {"mali-gold_ana.ipynb": GOOD, "ben_mali-gold (1).ipynb": GOOD},
    "endings of browsers": {"ana.ipynb.txt": GOOD, "ben.ipynb.json": GOOD},
    "a zip each": {"ana.zip": zipped({"mali-gold.ipynb": GOOD}), "ben/my work.zip": zipped({"a/b/c.ipynb": GOOD})},
    "zip in zip": {"ana/1.zip": zipped({"2.zip": zipped({"x.ipynb": GOOD})}), "ben.ipynb": GOOD},
    "system's files": {
        "ana/.ipynb_checkpoints/mali-gold-checkpoint.ipynb": b"old",
        "ana/__MACOSX/._mali-gold.ipynb": b"fork",
        "ana/._mali-gold.ipynb": b"fork",
        "ana/x.ipynb": GOOD,
        "__MACOSX/ana/._x.ipynb": b"fork",
        "ben.ipynb": GOOD,
    },
}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(tmp_path, layout, packed):
    path = put(tmp_path / "class", LAYOUTS[layout])
    if packed:
        path = tmp_path / "class.zip"
        path.write_bytes(zipped({f"class/{name}": data for name, data in LAYOUTS[layout].items()}))
    assert outcomes(path) == {"ana": "good", "ben": "good"}
    assert all(submission.notes == () for submission in find(path, PAPER))


def test_labels_say_where_the_notebook_lies(tmp_path):
    put(tmp_path, {"ana/work/x.ipynb": GOOD, "ben/y.zip": zipped({"x.ipynb": GOOD})})
    assert [submission.label for submission in find(tmp_path, PAPER)] == ["ana/work/x.ipynb", "ben/y.zip/x.ipynb"]


def test_canvas(tmp_path):
    put(
        tmp_path,
        {
            "exampleana_12345_67890_mali-gold.ipynb": GOOD,
            "exampleben_LATE_23456_67891_mali-gold-1.ipynb": GOOD,
            "d_élise_34567_67892_Untitled.ipynb": GOOD,
            "exampleana_12345_67899_essay.pdf": b"",
            "anon_x7Yz_67893_mali-gold.ipynb": GOOD,
            "LATE_anon_aB3_67894_mali-gold.ipynb": GOOD,
            "examplecem_45678_text.html": b"",
            "exampledea_56789_67895_work.zip": zipped({"mali-gold.ipynb": GOOD}),
        },
    )
    students = found(tmp_path)
    assert {student: submission.name for student, submission in students.items() if outcome(submission) == "good"} == {
        "12345": "exampleana",
        "23456": "exampleben",
        "34567": "d_élise",
        "anon_x7Yz": None,
        "anon_aB3": None,
        "56789": "exampledea",
    }
    assert students["23456"].notes == students["anon_aB3"].notes == ("It was handed in late, says Canvas.",)
    assert students["12345"].notes == ()
    assert outcome(students["45678"]) == "No notebook was handed in, only text.html."


def test_a_name_that_holds_the_number_of_another_displaces_nobody(tmp_path):
    put(tmp_path, {"exampleana_12345_67890_x.ipynb": GOOD, "a_12345_777_888_mali-gold.ipynb": PEACE})
    assert outcomes(tmp_path) == {"12345": "another", "exampleana_12345": "good"}
    notes = {submission.notes for submission in find(tmp_path, PAPER)}
    assert notes == {("Another student's files have the same number 12345.",)}


@pytest.mark.parametrize("between", ["/", ""])
def test_moodle(tmp_path, between):
    put(
        tmp_path / "submissions",
        {
            f"Ana Example_1234_assignsubmission_file_{between}mali-gold.ipynb": GOOD,
            f"Ana Example_1234_assignsubmission_onlinetext_{between}onlinetext.html": b"",
            f"Élise d'Or_77_assignsubmission_file_{between}work.ipynb": GOOD,
            f"Participant_5_assignsubmission_file_{between}mali-gold.ipynb": GOOD,
            f"Group A_assignsubmission_file_{between}essay.docx": b"",
        },
    )
    students = found(tmp_path)  # submissions/ is passed over
    names = {student: submission.name for student, submission in students.items()}
    assert names == {"1234": "Ana Example", "77": "Élise d'Or", "5": None, "Group A": "Group A"}
    assert [outcome(students[student]) for student in ("1234", "77", "5")] == ["good"] * 3
    assert outcome(students["Group A"]) == "No notebook was handed in, only essay.docx."


OTHER = dump({"cells": [text("notes")]})
PART = dump(worked() | {"cells": worked()["cells"][:8]})
CHOICES = {
    "exact name": ({"mali-gold.ipynb": GOOD, "better.ipynb": dump(RELEASE), "a.ipynb": OTHER}, "mali-gold.ipynb"),
    "exact name of another notebook": ({"mali-gold.ipynb": OTHER, "b.ipynb": GOOD}, "b.ipynb"),
    "most cells": ({"a.ipynb": PART, "z.ipynb": GOOD, "b.ipynb": b"{", "c.ipynb": OTHER}, "z.ipynb"),
    "a copy": ({"mali-gold (1).ipynb": GOOD, "draft.ipynb": dump(RELEASE)}, "mali-gold (1).ipynb"),
    "another copy": ({"mali-gold-Copy1.ipynb": GOOD, "draft.ipynb": dump(RELEASE)}, "mali-gold-Copy1.ipynb"),
    "in the zip": ({"notes.ipynb": OTHER, "work.zip": zipped({"x.ipynb": GOOD})}, "work.zip/x.ipynb"),
}


@pytest.mark.parametrize("case", CHOICES)
def test_among_several_notebooks(tmp_path, case):
    tree, used = CHOICES[case]
    put(tmp_path, {f"ana/{name}": data for name, data in tree.items()})
    submission = found(tmp_path)["ana"]
    assert submission.label == f"ana/{used}" and outcome(submission) == "good"
    assert submission.notes == (f"{len(tree)} notebooks were handed in; ana/{used} was used.",)


def test_the_exercises_name_comes_before_the_number_of_cells(tmp_path):
    put(tmp_path, {"ana/mali-gold.ipynb": PART, "ana/all.ipynb": GOOD})
    assert found(tmp_path)["ana"].label == "ana/mali-gold.ipynb"


def test_a_folder_around_the_notebook_itself_is_the_students(tmp_path):
    (tmp_path / "ana.zip").write_bytes(zipped({"ana/mali-gold.ipynb": GOOD}))
    assert outcomes(tmp_path / "ana.zip") == {"ana": "good"}


def test_a_notebook_beside_a_zip_of_data_is_used(tmp_path):
    put(tmp_path, {"ana/x.ipynb": GOOD, "ana/data.zip": b"broken"})
    assert outcomes(tmp_path) == {"ana": "good"} and found(tmp_path)["ana"].notes == ()


def entry(name, data=b"x", **values):
    """A zip with one member whose ZipInfo has the given values."""
    info = zipfile.ZipInfo(name)
    for key, value in values.items():
        setattr(info, key, value)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, data)
    return buffer.getvalue()


def locked():
    data = bytearray(zipped({"mali-gold.ipynb": GOOD}))
    for mark, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(mark) + flags] |= 1
    return bytes(data)


def wrong_checksum():
    return zipped({"x.ipynb": b"abc"}).replace(zipfile.crc32(b"abc").to_bytes(4, "little"), b"\0\0\0\0")


def crowded():
    """A small zip that claims a table of contents of 3 MB."""
    data = bytearray(zipped({"mali-gold.ipynb": GOOD}))
    at = data.rindex(b"PK\5\6") + 12
    data[at : at + 4] = (3_000_000).to_bytes(4, "little")
    return bytes(data)


BOMB = {"mali-gold.ipynb": b"0" * (files.NOTEBOOK_LIMIT + 1)}
BROKEN = {
    "link": (entry("mali-gold.ipynb", b"/etc/passwd", external_attr=(stat.S_IFLNK | 0o777) << 16, create_system=3), "is a link"),
    "password": (locked(), "is protected with a password."),
    "checksum": (wrong_checksum(), "could not be unpacked: the zip is damaged."),
    "cut off": (zipped({"mali-gold.ipynb": GOOD})[:-30], "cannot be opened: it is damaged or no zip."),
    "no zip": (b"hello", "cannot be opened: it is damaged or no zip."),
    "bomb": (zipped(BOMB), "is larger than 20 MB. Clear its outputs"),
    "bomb in bomb": (zipped({"x.zip": zipped(BOMB)}), "is larger than 20 MB"),
    "large zip in zip": (zipped({"x.zip": b"0" * (files.ZIP_LIMIT + 1)}), "is larger than 50 MB. Hand in the notebook alone."),
    "bzip2": (zipped({"mali-gold.ipynb": GOOD}, compress_type=zipfile.ZIP_BZIP2), "is packed in an unusual way"),
    "three zips": (zipped({"2.zip": zipped({"3.zip": zipped({"x.ipynb": GOOD})})}), "lies within two others"),
    "crowded": (crowded(), "it holds too many files"),
    "no notebook": (zipped({"a.pdf": b"", "b.py": b"", "c.docx": b"", "d": b""}), "only a.pdf, b.py, c.docx and others."),
    "empty": (zipped({}), "The zip ben/work.zip is empty."),
}


@pytest.mark.parametrize("case", BROKEN)
@pytest.mark.parametrize("packed", [False, True])
def test_broken_zips_have_a_message_and_neighbours_are_untouched(tmp_path, case, packed):
    data, message = BROKEN[case]
    tree = {"ana.ipynb": GOOD, "ben/work.zip": data, "cem/x.ipynb": GOOD}
    path = put(tmp_path / "class", tree)
    if packed:
        path = tmp_path / "class.zip"
        path.write_bytes(zipped(tree))
    result = outcomes(path)
    assert message in result.pop("ben")
    assert result == {"ana": "good", "cem": "good"}


def test_members_that_would_lead_out_of_a_zip_stay_in_it(tmp_path):
    path = tmp_path / "class.zip"
    names = ["../../ana/x.ipynb", "/ben/x.ipynb", "C:\\cem\\x.ipynb", "dea/../x.ipynb", "é/x.ipynb"]
    path.write_bytes(zipped(dict.fromkeys(names, GOOD)))
    assert outcomes(path) == dict.fromkeys(["ana", "ben", "cem", "dea", "é"], "good")
    assert os.listdir(tmp_path) == ["class.zip"]


def test_names_in_utf8_that_a_zip_does_not_declare(tmp_path):
    data = bytearray(zipped({"Zoé/x.ipynb": GOOD}))
    for mark, flags in ((b"PK\3\4", 7), (b"PK\1\2", 9)):
        data[data.index(mark) + flags] &= ~0x08
    (tmp_path / "class.zip").write_bytes(data)
    assert outcomes(tmp_path / "class.zip") == {"Zoé": "good"}


def test_class_zip_that_cannot_be_opened_is_an_error_at_once(tmp_path):
    for name, data in {"a.zip": b"x", "b.zip": zipped({"x.ipynb": GOOD})[:-30], "c.txt": b""}.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ValueError, match=f"^{name} cannot be opened as a zip: it is damaged or no zip.$"):
            find(tmp_path / name, PAPER)
    with pytest.raises(ValueError, match="There is no"):
        find(tmp_path / "absent", PAPER)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ValueError, match="neither a folder nor a zip"):
        find(tmp_path / "pipe", PAPER)


def test_crowded_class_zip_is_read(tmp_path):
    path = tmp_path / "class.zip"
    path.write_bytes(zipped({f"ana/data/{n}.csv": b"" for n in range(10_000)} | {"ben.ipynb": GOOD}))
    assert outcomes(path)["ben"] == "good"


def test_links_pipes_and_large_files_are_not_read(tmp_path):
    secret = tmp_path / "secret.ipynb"
    secret.write_bytes(GOOD)
    root = put(tmp_path / "class", {"ana/x.ipynb": GOOD, "ben": None, "cem": None, "eva/essay.pdf": b"", "fay": None})
    (root / "ben" / "mali-gold.ipynb").symlink_to(secret)
    os.mkfifo(root / "cem" / "mali-gold.ipynb")
    (root / "dea.v").symlink_to(tmp_path)
    (root / "gus.ipynb").symlink_to(secret)
    with (root / "huge.ipynb").open("wb") as file:
        file.truncate(files.NOTEBOOK_LIMIT + 1)
    result = outcomes(root)
    assert result.pop("ana") == "good"
    assert result == {
        "ben": "The file ben/mali-gold.ipynb is a link, not a file: links are not followed.",
        "cem": "The entry cem/mali-gold.ipynb is not a regular file.",
        "dea.v": "The file dea.v is a link, not a file: links are not followed.",
        "eva": "No notebook was handed in, only essay.pdf.",
        "fay": "Nothing was handed in.",
        "gus": "The file gus.ipynb is a link, not a file: links are not followed.",
        "huge": "The file huge.ipynb is larger than 20 MB. Clear its outputs and hand it in again.",
    }


def test_a_file_replaced_by_a_link_after_it_was_found_is_not_followed(tmp_path):
    root = put(tmp_path, {"class/ana.ipynb": GOOD, "secret": GOOD})
    [submission] = find(root / "class", PAPER)
    (root / "class/ana.ipynb").unlink()
    (root / "class/ana.ipynb").symlink_to(root / "secret")
    assert "could not be opened" in outcome(submission)


def test_files_that_may_not_be_read():
    with tempfile.TemporaryDirectory() as folder:
        root = put(Path(folder), {"ana.ipynb": GOOD, "ben.ipynb": GOOD, "cem.x/mali-gold.ipynb": GOOD})
        root.chmod(0o755)
        (root / "ben.ipynb").chmod(0)
        (root / "cem.x").chmod(0)
        user = os.geteuid()
        try:
            if not user:
                os.seteuid(65534)
            result = outcomes(root)
        finally:
            os.seteuid(user)
            (root / "cem.x").chmod(0o755)
    assert result == {
        "ana": "good",
        "ben": "The file ben.ipynb could not be opened: Permission denied.",
        "cem.x": "The folder cem.x/ could not be opened.",
    }


def test_odd_names_are_kept_as_text(tmp_path):
    names = ["=cmd()", "Ana Example", "😀", "a'\"<b>", "x\ny", "‮gnp", "-rf", " spaced "]
    put(tmp_path, {f"{name}/x.ipynb": GOOD for name in names})
    os.mkdir(os.fsencode(tmp_path) + b"/\xe9")
    result = outcomes(tmp_path)
    assert result.pop("\\xe9") == "Nothing was handed in."
    assert result == {name.strip(): "good" for name in names}


def test_names_in_sentences_are_short_and_plain(tmp_path):
    put(tmp_path, {f"ana/{'x' * 100}\n‮.pdf": b""})
    message = outcomes(tmp_path)["ana"]
    assert len(message) < 110 and message.isprintable()


def test_two_forms_of_one_name_are_one_student(tmp_path):
    forms = [unicodedata.normalize(form, "Zoé") for form in ("NFC", "NFD")]
    put(tmp_path, {f"{form}/x.ipynb": GOOD for form in forms})
    [submission] = find(tmp_path, PAPER)
    assert submission.student == forms[0] and outcome(submission) == "good"
    assert submission.notes[0].startswith("Files of this student were found in 2 places")
    assert submission.notes[1].startswith("2 notebooks were handed in")


def test_flat_files_that_all_have_the_exercises_name_are_different_students(tmp_path):
    put(tmp_path, {"mali-gold.ipynb": GOOD, "mali-gold (1).ipynb": GOOD, "ana.ipynb": GOOD, "ana (1).ipynb": GOOD})
    assert list(found(tmp_path)) == ["ana", "mali-gold", "mali-gold (1)"]


def test_other_sets_in_a_students_folder_are_not_this_one(tmp_path):
    put(
        tmp_path / "submitted",
        {"ana/mali-peace/mali-peace.ipynb": PEACE, "ben/mali-gold/x.ipynb": GOOD, "ben/mali-peace/y.ipynb": PEACE},
    )
    assert outcomes(tmp_path) == {"ana": "Nothing was handed in.", "ben": "good"}
    assert found(tmp_path)["ben"].notes == ()


def test_single_notebook_and_empty_folder(tmp_path):
    put(tmp_path, {"ana_mali-gold.ipynb": GOOD, "empty": None})
    assert outcomes(tmp_path / "ana_mali-gold.ipynb") == {"ana": "good"}
    assert outcomes(tmp_path / "empty") == {}
    assert outcomes(tmp_path / "empty", {"ben": ""}) == {"ben": "Nothing was handed in."}


def test_content_is_loaded_when_asked_for_and_not_before(tmp_path, monkeypatch):
    put(tmp_path, {f"s{n}.ipynb": GOOD for n in range(20)})
    opened = []
    monkeypatch.setattr(files, "read_file", lambda *arguments: opened.append(arguments) or b"")
    assert len(list(find(tmp_path, PAPER))) == 20 and not opened


PART_NAMES = [
    "ana",
    "mali-gold",
    "submitted",
    "x_1_2_y.ipynb",
    "A B_3_assignsubmission_file_",
    "mali-gold.ipynb",
    "a.zip",
    "b.pdf",
]
PART_NAMES += ["data", "é (1).ipynb", ".hidden", "..", "ana copy.ipynb", "_assignsubmission_file_", " .ipynb", "=1"]
CONTENT = st.sampled_from([GOOD, b"", b"PK", zipped({"q/mali-gold.ipynb": GOOD}), zipped({"z.zip": b"PK\5\6"}), locked()])
TREE = st.dictionaries(st.lists(st.sampled_from(PART_NAMES), min_size=1, max_size=4).map("/".join), CONTENT, max_size=8)


@given(TREE, st.integers(0, 2**32), st.booleans())
@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_any_tree_gives_each_student_once(tree, seed, damage):
    data = bytearray(zipped(tree))
    chance = random.Random(seed)
    if damage:
        for _ in range(3):
            data[chance.randrange(len(data))] = chance.randrange(256)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "class.zip")
        path.write_bytes(data)
        try:
            submissions = list(find(path, PAPER, {"ana": "Ana"}))
        except ValueError as error:
            assert damage and str(error).startswith("class.zip cannot be opened as a zip")
            return
        students = [submission.student for submission in submissions]
        assert students == sorted(set(students)) and "ana" in students
        for submission in submissions:
            outcome(submission)  # bytes or Unreadable, nothing else
        assert os.listdir(folder) == ["class.zip"]


def test_the_names_others_import_are_there():
    assert all(hasattr(intake, name) for name in intake.__all__)
