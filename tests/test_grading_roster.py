"""The list of a class: read from what platforms export, and matched with what was handed in."""

import pytest

from handins import GOOD, found, outcome, put
from nexus.grading.intake import Missing, read_roster

ROSTERS = {
    "nbgrader": ("id,first_name,last_name,email\nana,Ana,Example,ana@x.org\nben,Ben,,\n", {"ana": "Ana Example", "ben": "Ben"}),
    "plain": ("student,name\nana,Ana\nben,\n", {"ana": "Ana", "ben": ""}),
    "ids alone": ("Student\nana\nben\n", {"ana": "", "ben": ""}),
    "canvas": (
        "Student,ID,SIS User ID,SIS Login ID,Section,Work (9)\n"
        '    Points Possible,,,,,24\n"Example, Ana",101,S1,ana,A,\n"Student, Test",999,,,A,\n',
        {"101": "Ana Example"},
    ),
    "moodle participants": (
        "First name,Surname,ID number,Email address\nAna,Example,m1,a@x.org\nBen,Two,,b@x.org\n",
        {"m1": "Ana Example", "b@x.org": "Ben Two"},
    ),
    "moodle worksheet": (
        "Identifier,Full name,Email address,Status,Grade\nParticipant 1234,Ana Example,a@x.org,,\n",
        {"a@x.org": "Ana Example"},
    ),
    "semicolons": ("student;name\r\nana;Ana, the first\r\n", {"ana": "Ana, the first"}),
}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("kind", ROSTERS)
def test_rosters(tmp_path, kind, encoding):
    content, names = ROSTERS[kind]
    (tmp_path / "roster.csv").write_bytes(content.encode(encoding))
    assert read_roster(tmp_path / "roster.csv") == names


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"id,name\n", b"PK\3\4", b"\0\0\0", b'"' + b"x" * 200_000], ids=range(6))
def test_a_roster_that_is_none_has_a_plain_message(tmp_path, data):
    (tmp_path / "roster.csv").write_bytes(data)
    with pytest.raises(ValueError, match="^roster.csv "):
        read_roster(tmp_path / "roster.csv")


def test_roster_gives_names_and_rows_for_all(tmp_path):
    put(tmp_path, {"ANA.ipynb": GOOD, "ana/y.pdf": b"", "stranger.ipynb": GOOD})
    students = found(tmp_path, {"ana": "Ana Example", "ben": "Ben Two"})
    assert list(students) == ["ana", "ben", "stranger"]
    assert (students["ana"].name, outcome(students["ana"])) == ("Ana Example", "good")
    with pytest.raises(Missing, match="^Nothing was handed in.$"):
        students["ben"].load()
    assert outcome(students["stranger"]) == "good" and students["stranger"].notes == ("This student is not on the roster.",)


def test_platform_names_and_ids_are_matched_where_one_student_has_them(tmp_path):
    (tmp_path / "roster.csv").write_text(
        "Student,ID,SIS User ID,SIS Login ID,Section\n"
        '"Example, Ana Maria",1,,ana,A\n"Élite, Zoé",2,,zoe,A\n"Twin, Tom",3,,t1,A\n"Twin, Tom",4,,t2,A\n'
    )
    put(
        tmp_path / "class",
        {
            "exampleanamaria_77_1_x.ipynb": GOOD,  # by the name as Canvas writes it
            "ZOE.ipynb": GOOD,  # by the login
            "Tom Twin_12_assignsubmission_file_/x.ipynb": GOOD,  # two have this name
            "twintom_4_1_x.ipynb": GOOD,  # but the id is clear
        },
    )
    students = found(tmp_path / "class", read_roster(tmp_path / "roster.csv"))
    assert {student: outcome(submission) for student, submission in students.items()} == {
        "1": "good",
        "12": "good",
        "2": "good",
        "3": "Nothing was handed in.",
        "4": "good",
    }
    assert students["12"].notes == ("This student is not on the roster.",) and students["1"].notes == ()


def test_two_who_claim_a_name_are_both_graded_and_noted(tmp_path):
    put(tmp_path, {f"Ana Example_{n}_assignsubmission_file_/x.ipynb": GOOD for n in (1, 2)})
    students = found(tmp_path, {"ana": "Ana Example"})
    assert {student: outcome(submission) for student, submission in students.items()} == {
        "1": "good",
        "2": "good",
        "ana": "Nothing was handed in.",
    }
    assert students["1"].notes == students["2"].notes == ("This student is not on the roster.",)


def test_a_name_that_two_of_the_roster_have_is_nobodys(tmp_path):
    put(tmp_path, {"Ana Example_1_assignsubmission_file_/x.ipynb": GOOD})
    assert list(found(tmp_path, {"ana1": "Ana Example", "ana2": "Ana Example"})) == ["1", "ana1", "ana2"]
