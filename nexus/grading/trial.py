"""A test cell over one submission's values: how it ends, in words, and a print to know mistakes by."""

import copy
import hashlib

import pandas as pd

from nexus.grading import wire
from nexus.grading.conversation import Gone, proxy


def made_by(sources):
    """The names after the cells that all run, e.g. the imports and the tables."""
    names = {"__name__": "__main__"}
    for number, source in enumerate(sources):
        exec(compile(source, f"<given {number}>", "exec"), names)
    return names


def fresh(value):
    """A value that a test may change without the next one seeing it."""
    if isinstance(value, (pd.DataFrame, pd.Series)):
        return value.copy(deep=False)  # pandas copies on write
    if isinstance(value, (list, dict, set)):
        return copy.deepcopy(value)
    return value


class Trial:
    """One test cell over one submission's values: first what students see, then what they do not."""

    def __init__(self, test, names, student):
        self.test, self.student = test, student
        self.names = {name: fresh(names[name]) if name in test.reads else names[name] for name in names}
        self.values, self.functions, self.results = {}, set(), []
        self.trouble = None
        for name, kind, data in student.values.get(test.name, ()):
            self.take(name, kind, data)

    def take(self, name, kind, data):
        """A value from the student's process; what is missing or refused ends the run before it began."""
        if kind == b"value":
            try:
                value = wire.loads(data, lambda about: proxy(self.student, self.test.name, about))
            except (wire.Malformed, wire.Refused):
                self.trouble = self.trouble or f"`{name}` is no value that can be checked."
                return
            self.names[name] = self.values[name] = value
            if hasattr(value, "nexus_about"):
                self.functions.add(name)
        elif kind == b"missing":
            self.names.pop(name, None)
            self.trouble = self.trouble or f"`{name}` has no value."
        else:
            said = data.decode("utf-8", "replace")[:300]
            self.trouble = self.trouble or f"`{name}` cannot be checked: it is {said}."

    def go(self, hidden):
        """Run the statements of one kind. Returns a verdict when the test is decided, else None."""
        if self.trouble:
            return self.verdict(0, "names", self.trouble)
        self.student.results = self.results
        for statement in self.test.statements:
            if statement.hidden is hidden:
                try:
                    exec(statement.code, self.names)
                except Gone:
                    raise
                except BaseException as error:
                    return self.failed(statement, error)
        if not hidden:
            return None
        points = 1.0
        if self.test.points:
            try:
                value = eval(self.test.points, self.names)
            except Gone:
                raise
            except BaseException as error:
                return self.failed(self.test.statements[-1], error)
            return self.verdict(None, "points", "", points=float(value)) if wire_number(value) else self.verdict(1, "", "")
        return self.verdict(points, "", "")

    def failed(self, statement, error):
        """The verdict on a statement that raised."""
        own = getattr(error, "of_student", False)
        functions, values = self.about(statement)
        if not statement.hidden:
            if isinstance(error, AssertionError) and not own:
                message = str(error) or "A check that you can see fails."
            elif own:
                message = f"{listed(functions) or 'Your function'} stops with an error: {type(error).__name__}: {error}"
            else:
                message = f"{listed(functions | values) or 'Your answer'} is not of the kind that the task asks for."
            return self.verdict(0, "visible", message)
        if own:
            message = f"{listed(functions) or 'Your function'} stops with an error on inputs that you have not seen."
        elif functions:
            message = f"{listed(functions)} does not give the right result for inputs that you have not seen."
        else:
            message = f"The value of {listed(values) or 'your answer'} is not right."
        return self.verdict(0, "hidden", message)

    def about(self, statement):
        """The student's functions and values that a statement looks at, through names made from them before."""
        comes_from = {name: {name} for name in self.values}
        for earlier in self.test.statements:
            sources = set().union(*(comes_from.get(name, set()) for name in earlier.reads))
            if earlier is statement:
                return sources & self.functions, sources - self.functions
            for name in earlier.makes:
                comes_from[name] = sources
        return set(), set()

    def verdict(self, share, where, message, points=None):
        """What is told of a test: the share of its points, where it failed, a sentence, and a print to know mistakes by."""
        mark = {"share": share, "points": points, "where": where, "message": message[:600]}
        mark |= {"functions": sorted(self.functions), "values": sorted(set(self.values) - self.functions)}
        if share != 1 and where in ("visible", "hidden"):
            mark["print"] = self.print()
        return mark

    def print(self):
        """The values and the results of calls as one short text: equal for equal mistakes."""
        texts = [f"{name}={wire.canonical(self.values[name])}" for name in sorted(set(self.values) - self.functions)]
        for data in self.results[:500]:
            try:
                texts.append(wire.canonical(wire.loads(data, lambda about: None)))
            except (wire.Malformed, wire.Refused):
                texts.append("?")
        return hashlib.sha256("\n".join(texts).encode("utf-8", "replace")).hexdigest()[:24]


def wire_number(value):
    """Whether a value is a number of points."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def listed(names):
    """`a`, `b` and `c`."""
    words = [f"`{name}`" for name in sorted(names)]
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
