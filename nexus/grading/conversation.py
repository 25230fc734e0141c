"""The judge's talk with a student's process. Whatever comes back is data; whoever does not answer is gone."""

import builtins
import inspect
import json
import time
from typing import Any

import pandas as pd

from nexus.grading import frames, wire

CALLS = 20_000  # of student functions in one submission
BYTES = 64 * 2**20  # that one submission may send in all
ERROR = 400  # characters of an error that are kept


class Gone(BaseException):
    """The student's process ended, did not answer in time or sent nonsense. No `except Exception` in a test stops it."""

    def __init__(self, how):
        super().__init__(how)
        self.how = how  # "timeout" or "ended"


class Conversation:
    """One submission's process, behind a socket."""

    def __init__(self, connection, seconds, cell_seconds):
        self.connection, self.cell_seconds = connection, cell_seconds
        self.until = time.monotonic() + seconds
        self.values, self.place = {}, ("step", 0)  # {test: [(name, kind, bytes)]}; where it stands
        self.calls = self.bytes = 0
        self.results = []  # what functions returned, as sent, in order; the judge empties it for each test

    def _wait(self, ask=(), seconds=None):
        """Send, and the next message: within the time for one cell or call, and that for all."""
        self.connection.settimeout(max(0.01, min(self.until - time.monotonic(), seconds or self.cell_seconds)))
        try:
            if ask:
                frames.send(self.connection, *ask)
            parts = frames.receive(self.connection)
        except TimeoutError:
            raise Gone("timeout") from None
        except (frames.Ended, OSError):
            raise Gone("ended") from None
        self.bytes += sum(map(len, parts))
        if self.bytes > BYTES or not parts:
            raise Gone("ended")
        return parts

    def run(self, steps, wanted, found):
        """Have the cells run; errors by step go into `found`, values are kept."""
        message = self._wait([json.dumps({"steps": steps, "wanted": wanted}).encode()])
        limit = 3 * len(steps) + 10  # messages; more is noise
        while message[0] != b"D":
            kind, *rest = message
            try:
                if kind == b"B":
                    self.place = ("step", min(max(int(rest[0]), 0), len(steps) - 1))
                elif kind == b"E":
                    found["errors"][str(min(max(int(rest[0]), 0), len(steps) - 1))] = rest[1].decode("utf-8", "replace")[:ERROR]
                elif kind == b"V":
                    names = [name.decode("utf-8", "replace") for name in rest[1::3]]
                    self.values[rest[0].decode("utf-8", "replace")] = list(zip(names, rest[2::3], rest[3::3], strict=True))
                else:
                    raise ValueError
            except (ValueError, IndexError):
                raise Gone("ended") from None
            limit -= 1
            if limit < 0:
                raise Gone("ended")
            message = self._wait()

    def call(self, test, number, data):
        """Call a function; returns the bytes of its result and of its changed arguments (or b""), or raises its error."""
        self.calls += 1
        if self.calls > CALLS:
            raise Gone("timeout")
        kind, *rest = self._wait([b"C", test.encode(), str(number).encode(), data])
        try:
            if kind == b"R":
                return rest[0], rest[1]
            text = rest[-1].decode("utf-8", "replace")[:ERROR]
            if kind == b"F":
                raise StudentError(f"returned {text}")
            kinds = rest[0].decode("utf-8", "replace").split("\n")
        except (IndexError, TypeError):
            raise Gone("ended") from None
        raise as_builtin(kinds, text)


class StudentError(Exception):
    """An error of a student's function that Python has no name for."""

    of_student = True


def as_builtin(kinds, text):
    """The error of a student's function as the nearest built-in or pandas kind; never one that steers loops."""
    for kind in kinds:
        known = getattr(builtins, kind, None) or getattr(pd.errors, kind, None) if kind.isidentifier() else None
        if isinstance(known, type) and issubclass(known, Exception) and known not in (StopIteration, StopAsyncIteration):
            try:
                error: Any = known(text)
            except TypeError:  # e.g. UnicodeDecodeError wants five words
                continue
            error.of_student = True
            return error
    return StudentError(text)


def proxy(student, test, about):
    """A function that has the student's function called. ValueError-proof: `about` is hostile."""
    number = about.get("id")
    if not isinstance(number, int):
        raise wire.Malformed("a function without a number")
    name = about.get("name") if isinstance(about.get("name"), str) else "function"

    def function(*given, **named):
        data = wire.dumps((given, named), _describe)
        sent, after = student.call(test, number, data)
        student.results.append(sent)
        try:
            if after:
                changed, changed_named = wire.loads(after, revive)
                _write_back([*given, *named.values()], [*changed, *changed_named.values()])
            return wire.loads(sent, revive)
        except (wire.Malformed, ValueError, TypeError, AttributeError):
            raise StudentError("returned something that is no value") from None

    def revive(other):
        return proxy(student, test, other)

    function.__name__ = function.__qualname__ = name[:100]
    function.nexus_about = {"id": number}  # type: ignore[attr-defined]
    if signature := _signature(about.get("parameters")):
        function.__signature__ = signature  # type: ignore[attr-defined]
    return function


def _describe(value):
    """A student's own function may go back to where it came from; the test's own functions may not."""
    if about := getattr(value, "nexus_about", None):
        return about
    raise wire.Refused("a function of the test")


def _signature(parameters):
    try:
        made = [
            inspect.Parameter(str(name), inspect._ParameterKind(kind), default=None if has else inspect.Parameter.empty)
            for name, kind, has in parameters
        ]
        return inspect.Signature(made)
    except (TypeError, ValueError):
        return None


def _write_back(mine, changed):
    """Make arguments what the student's function left of them, so that a test sees changes in place."""
    for old, new in zip(mine, changed, strict=True):
        if isinstance(old, (pd.DataFrame, pd.Series)) and type(new) is type(old):
            type(old).__init__(old, new)
        elif isinstance(old, list) and isinstance(new, list):
            old[:] = new
        elif isinstance(old, (dict, set)) and type(new) is type(old):
            old.clear()
            old.update(new)
