"""The list of a class: ids and names, as nbgrader, Canvas, Moodle or a spreadsheet writes them."""

import csv
import io
import re
import unicodedata
from collections import Counter
from pathlib import Path

# The first column here that is filled gives a student's id; the others are further names for the student.
IDS = ("id", "student_id", "id number", "username", "student", "email", "email address",
       "sis user id", "sis login id", "identifier", "integration id")  # fmt: skip
NAMES = ("name", "full name", "student")
FIRST, LAST = ("first_name", "first name"), ("last_name", "last name", "surname")


def plain(text):
    """A text for comparing: one Unicode form, no case, no space around it."""
    return unicodedata.normalize("NFC", text).strip().casefold()


def name_keys(name):
    """Ways in which platforms run a name together: "Ana Maria Example" is anamariaexample, mariaexampleana, …"""
    words = [word for word in re.split(r"[\W_]+", plain(name)) if word]
    return {"".join(words[turn:] + words[:turn]) for turn in range(min(len(words), 8))}


class Roster(dict):
    """The names of a class by id. `other` holds further (id, other name for the student) pairs, such as logins.

    `columns` and `rows` (by id, dicts of text) are the list as it was written, for an export in its form.
    """

    def __init__(self, names=(), other=(), columns=(), rows=()):
        super().__init__(names)
        self.columns, self.rows = list(columns), dict(rows)
        aliases = _unambiguous([(plain(alias), student) for student, alias in other])
        self._ids = aliases | _unambiguous([(plain(student), student) for student in self])
        self._names = _unambiguous([(key, student) for student, name in self.items() for key in name_keys(name or "")])

    def row(self, student, name):
        """The row, as it was written, of a student known by any id, else by name; None if there is none."""
        return self.rows.get(self.by_id(student) or self.by_name(name or ""))

    def by_id(self, student):
        """The roster's id of a student known by it or by a login, an address, …; None if there is none or several."""
        return student if student in self else self._ids.get(plain(student))

    def by_name(self, name):
        """The roster's id of the one student with a full name, in whatever way it is run together; None if unclear."""
        found = {self._names[key] for key in name_keys(name) if key in self._names}
        return found.pop() if len(found) == 1 else None


def _unambiguous(pairs):
    """{key: student} without the keys of several students."""
    pairs = {(key, student) for key, student in pairs if key}
    counts = Counter(key for key, _ in pairs)
    return {key: student for key, student in pairs if counts[key] == 1}


def read_roster(path):
    """The Roster (a dict of id -> name) of a CSV with a header; ValueError with a plain message if it is none.

    Known columns: nbgrader's (id, first_name, last_name, email), Canvas' gradebook (Student, ID, SIS User ID,
    SIS Login ID; the ID is the number in its file names), Moodle's (ID number, Username, Email address, Identifier,
    Full name, First name, Surname or Last name), or student and name. Delimiters are comma, semicolon and tab.
    """
    path = Path(path)
    text = _text(path).lstrip()
    header = text.partition("\n")[0]
    names, other, kept = {}, [], {}
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
        reader.fieldnames = written = [name.strip() for name in reader.fieldnames or ()]
        rows = list(reader)
    except csv.Error as error:
        raise ValueError(f"{path.name} is not a CSV table: {error}.") from error
    columns = [key.casefold() for key in written]
    # Canvas' Student is a name; in a plain table without an id it is the id.
    of = [key for key in IDS if key in columns]
    of = [key for key in of if key != "student" or len(of) == 1]
    for line in rows:
        row = {key.casefold(): value.strip() for key, value in line.items() if key and value}
        name = next((row[key] for key in NAMES if row.get(key) and key not in of), "")
        name = name or " ".join(row[key] for key in FIRST + LAST if key in row)
        ids = [row[key] for key in of if row.get(key)]
        if not ids or name == "Student, Test":  # Canvas' own rows: the points possible, and a student for trying things out
            continue
        last, comma, first = name.partition(",")
        if comma and name == row.get("student"):  # Canvas' "Example, Ana"
            name = f"{first} {last}"
        names.setdefault(ids[0], " ".join(name.split()))
        kept.setdefault(ids[0], {key: value or "" for key, value in line.items() if key})
        # The number of "Participant 1234" is in the names of Moodle's files.
        other += [(ids[0], word) for alias in ids for word in (alias, alias.removeprefix("Participant "))]
    if not names:
        raise ValueError(f"{path.name} names no students: it needs a column id, ID number, student or Email address, and rows.")
    return Roster(names, other, written, kept)


def _text(path):
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ValueError(f"{path.name} could not be opened: {error.strerror}.") from error
    if data.startswith((b"PK", b"\xd0\xcf")):
        raise ValueError(f"{path.name} is a spreadsheet file: save it as CSV.")
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
