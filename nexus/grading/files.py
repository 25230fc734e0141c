"""The files of a hand-in, in a folder or a zip. No link is followed, nothing is extracted, only regular files are opened."""

import io
import os
import re
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

NOTEBOOK_LIMIT = 20_000_000  # bytes; a notebook with large pictures has about 5 MB
ZIP_LIMIT = 50_000_000
# A zip's table of contents has 50 to 150 bytes a file, and all of it is held in memory.
STUDENT_LISTING, CLASS_LISTING = 2_000_000, 20_000_000
DEPTH = 12  # folders in folders
OTHERS = 5  # files of other kinds remembered of each folder: enough to say what was found

EMPTY = "The folder is empty."
IGNORED = {"__macosx", "thumbs.db", "desktop.ini", "timestamp.txt"}
NOTEBOOK = re.compile(r"\.ipynb(\.(txt|json))?$", re.IGNORECASE)  # browsers and mail programs append an ending
ZIP = re.compile(r"\.zip$", re.IGNORECASE)


class Unreadable(ValueError):
    """One plain sentence for student and instructor: why this submission cannot be graded."""


class Missing(Unreadable):
    """Nothing was handed in."""


@dataclass(frozen=True)
class File:
    """A file as found: `path` is relative to SUBMISSIONS, with "/" (a folder's path ends with it).

    `load(limit)` gives at most `limit` bytes or raises Unreadable. `trouble` says what is known to be wrong already.
    """

    path: str
    load: Callable[[int], bytes]
    trouble: str = ""

    @property
    def is_folder(self):
        return self.path.endswith("/")


def refused(path, trouble):
    """A File that only says why it is not read."""

    def load(limit):
        raise Unreadable(trouble)

    return File(path, load, trouble)


def shown(name):
    """A student's file name as it may stand in a sentence: short, and without control or direction characters."""
    text = "".join(letter if letter.isprintable() else "\ufffd" for letter in name)
    return text if len(text) <= 60 else f"{text[:40]}…{text[-16:]}"


def ignored(path):
    """Whether a path belongs to the system or an editor: hidden files, checkpoints, the Mac's resource forks."""
    return any(part.startswith((".", "~$")) or part.casefold() in IGNORED for part in path.split("/"))


# Folders ---------------------------------------------------------------------


def walk(folder, path="", depth=0) -> Iterator[File]:
    """All files and folders below a folder, sorted by name; OSError if the outermost folder cannot be listed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        if not depth:
            raise
        yield refused(path, f"The folder {shown(path)} could not be opened.")
        return
    others = 0
    for entry in entries:
        # A name that is no UTF-8 stays readable and distinct: \xe9
        here = path + os.fsencode(entry.name).decode("utf-8", "backslashreplace")
        if ignored(here):
            continue
        elif entry.is_symlink():
            yield refused(here, f"The file {shown(here)} is a link, not a file: links are not followed.")
        elif entry.is_dir(follow_symlinks=False):
            yield refused(here + "/", EMPTY)
            if depth < DEPTH:
                yield from walk(entry.path, here + "/", depth + 1)
        elif not entry.is_file(follow_symlinks=False):
            yield refused(here, f"The entry {shown(here)} is not a regular file.")
        elif not depth or NOTEBOOK.search(here) or ZIP.search(here) or (others := others + 1) <= OTHERS:
            yield File(here, partial(read_file, entry.path, here))


def read_file(place, path, limit):
    """The bytes of a regular file; Unreadable when it is none, is too large or may not be read."""
    # Without O_NONBLOCK opening a pipe would wait for ever. Windows has neither flag, and its files need O_BINARY.
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        with open(os.open(place, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Unreadable(f"The entry {shown(path)} is not a regular file.")
            return _bounded(file, path, limit)
    except OSError as error:
        raise Unreadable(f"The file {shown(path)} could not be opened: {error.strerror}.") from error


def _bounded(file, path, limit):
    data = file.read(limit + 1)
    if len(data) > limit:
        remedy = "Hand in the notebook alone" if ZIP.search(path) else "Clear its outputs and hand it in again"
        raise Unreadable(f"The file {shown(path)} is larger than {limit // 1_000_000} MB. {remedy}.")
    return data


# Zips ------------------------------------------------------------------------


def open_zip(stream, listing=STUDENT_LISTING):
    """A ZipFile on a seekable binary stream, its table of contents at most `listing` bytes; Unreadable otherwise."""
    try:
        if _listing(stream) > listing:
            raise Unreadable("it holds too many files")
        return zipfile.ZipFile(stream)
    except Unreadable:
        raise
    except Exception as error:  # whatever a damaged zip provokes
        raise Unreadable("it is damaged or no zip") from error


def _listing(stream):
    """Size of the table of contents as the end of a zip states it (the largest that it could be taken to state)."""
    stream.seek(0, os.SEEK_END)
    stream.seek(max(0, stream.tell() - 66_000))
    tail = stream.read()
    sizes = [0]
    for mark, form, offset in ((b"PK\5\6", "<L", 12), (b"PK\6\6", "<Q", 40)):  # plain and zip64
        for found in re.finditer(re.escape(mark), tail):
            at = found.start() + offset
            if at + struct.calcsize(form) <= len(tail):
                sizes.append(struct.unpack_from(form, tail, at)[0])
    sizes = [size for size in sizes if size != 0xFFFFFFFF]  # stands for "see zip64"
    return max(sizes)


def members(opened, prefix="") -> Iterator[File]:
    """The files of a zip. `opened()` gives the ZipFile, again for every load, so that none is kept in memory."""
    for info in opened().infolist():
        path = prefix + _path(info)
        if ignored(path.removeprefix(prefix)) or path == prefix:
            continue
        elif info.filename.endswith(("/", "\\")):
            yield refused(path.rstrip("/") + "/", EMPTY)
        elif info.create_system == 3 and stat.S_ISLNK(info.external_attr >> 16):
            yield refused(path, f"The file {shown(path)} is a link, not a file: links are not followed.")
        elif info.flag_bits & 1:
            yield refused(path, f"The file {shown(path)} is protected with a password.")
        elif info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # only these unpack in bounded memory
            yield refused(path, f"The file {shown(path)} is packed in an unusual way: make the zip with another program.")
        else:
            yield File(path, partial(_member, opened, info, path))


def inside(file, depth) -> Iterator[File]:
    """The files in a student's zip; a zip in it is opened too, down to `depth` zips in all.

    Raises nothing: what is wrong comes as a File that says so.
    """
    name = shown(file.path)
    if not depth:
        yield refused(file.path, f"The zip {name} lies within two others: hand in the notebook alone.")
        return

    def opened():
        try:
            return open_zip(io.BytesIO(file.load(ZIP_LIMIT)))
        except Unreadable as error:
            reason = str(error)
            raise Unreadable(reason if reason.startswith("The ") else f"The zip {name} cannot be opened: {reason}.") from error

    try:
        found = list(members(opened, file.path + "/")) or [refused(file.path, f"The zip {name} is empty.")]
        for member in found:
            yield from inside(member, depth - 1) if ZIP.search(member.path) and not member.trouble else [member]
    except Unreadable as error:
        yield refused(file.path, str(error))


def _path(info):
    """A member's name with "/" between the parts: none that leads out of the zip, none longer than file systems have."""
    name = info.filename
    if not info.flag_bits & 0x800:  # not declared as UTF-8, but some programs write it all the same
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            pass
    parts = name.replace("\\", "/").split("/")
    return "/".join(part[:255] for part in parts if not re.fullmatch(r"|\.|\.\.|[A-Za-z]:", part))


def _member(opened, info, path, limit):
    archive = opened()
    try:
        with archive.open(info) as file:
            return _bounded(file, path, limit)
    except Unreadable:
        raise
    except Exception as error:  # a wrong checksum, an end that is missing, …
        raise Unreadable(f"The file {shown(path)} could not be unpacked: the zip is damaged.") from error
