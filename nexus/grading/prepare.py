"""An exercise made ready for marking: what its tests look at, proven by the author's own solution, and known mistakes."""

import ast
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from nexus.exercises import COURSE
from nexus.grading import lint
from nexus.grading.checks import Test
from nexus.grading.paper import CACHE, Paper
from nexus.grading.results import replace
from nexus.grading.session import Hall, Settings, Station


class Unfit(ValueError):
    """The exercise cannot be graded as it stands; the message says where and why."""


@dataclass(frozen=True)
class Mistake:
    """A wrong answer with a name, from exercises/wrong/<set>/<task>-<word>.py."""

    name: str  # q1-speakers
    cell: str  # mali-gold-q1-value: the answer cell that it stands in for
    about: str  # the misconception, for the instructor
    hint: str  # for the student
    source: str

    @property
    def task(self):
        return f"{self.cell.rsplit('-', 2)[0]}-{self.name.split('-')[0]}"


@dataclass(frozen=True)
class Prepared:
    """What a Station needs, and the known mistakes by the print that they leave: {task: {print: [name, about, hint]}}."""

    digest: str
    opening: list  # sources of the cells before the first answer, run once for all
    given: list  # those and later cells of the course, for the judge
    tests: dict
    wanted: dict
    mistakes: dict

    def hall(self, paper, settings):
        """The Hall in which this exercise is marked."""
        return Hall(self.opening, self.given, self.tests, self.wanted, paper.data, settings)


def alternatives(paper, kind="wrong", course=COURSE):
    """The answers in exercises/wrong/<set>/ (or right/), sorted by name; ValueError for a file without its words."""
    return [_alternative(path, paper) for path in sorted((course / kind / paper.name).glob("*.py"))]


def _alternative(path, paper):
    source = path.read_text(encoding="utf-8")
    words = ast.get_docstring(ast.parse(source)) or ""
    cell = re.search(r"^Replaces: (\S+)$", words, re.MULTILINE)
    hint = re.search(r"^Hint: (.+)", words, re.MULTILINE | re.DOTALL)
    name = f"{paper.name}-{cell[1]}" if cell else ""
    if name not in paper.by_id or paper.by_id[name].role != "answer":
        raise ValueError(f"{path.name}: the line 'Replaces: …' must name an answer cell")
    body = ast.parse(source).body
    code = "".join(source.splitlines(keepends=True)[body[0].end_lineno :]).strip() + "\n"
    return Mistake(path.stem, name, words.splitlines()[0], " ".join(hint[1].split()) if hint else "", code)


def solution(paper, replaced=(), test=None):
    """The steps of the author's own solution, some answers replaced by {cell: source}: [(kind, id, source)].

    With `test` they are those up to this test, without the others.
    """
    replaced, cells = dict(replaced), paper.cells[len(opening_of(paper)) :]
    if test:
        cells = [cell for cell in cells[: cells.index(paper.by_id[test]) + 1] if cell.role != "test" or cell.id == test]
    return [
        (cell.role, cell.id, "" if cell.role == "test" else replaced.get(cell.id, cell.source))
        for cell in cells
        if cell.role in ("given", "answer", "test")
    ]


def opening_of(paper):
    """The cells before the first answer: what they make is the same for all."""
    first = next((n for n, cell in enumerate(paper.cells) if cell.role in ("answer", "test")), len(paper.cells))
    return paper.cells[:first]


def prepare(paper: Paper, settings=None, course=COURSE, cache=CACHE):
    """The Prepared exercise; Unfit when the author's own solution does not score full marks through the sandbox.

    The result is kept in `cache` for as long as the exercise and its wrong answers stay the same.
    """
    settings = settings or Settings()
    wrong = alternatives(paper, course=course)
    key = lint.digest(paper, [asdict(one) for one in wrong])
    kept = cache and Path(cache) / f"{paper.name}-{key[:16]}.json"
    if kept and kept.exists():
        return Prepared(**json.loads(kept.read_text(encoding="utf-8")))
    if faults := lint.faults(paper):
        raise Unfit("\n".join(faults))
    opening = [cell.source for cell in opening_of(paper) if cell.role == "given"]
    given = [cell.source for cell in paper.cells if cell.role == "given"]
    tests = {cell.id: cell.source for cell in paper.cells if cell.role == "test"}
    wanted = names(paper, opening, given, tests, settings)
    if faults := lint.sides(paper, wanted):
        raise Unfit("\n".join(faults))
    mistakes = {name: {} for name in tests}
    with Hall(opening, given, tests, wanted, paper.data, settings) as hall, Station(hall) as station:
        outcome = station.mark(solution(paper))
        for test, verdict in outcome.verdicts.items():
            if verdict["share"] != 1 and verdict["where"] != "points":
                raise Unfit(f"{test}: the author's own solution fails. {verdict['message']} {outcome.errors or ''}".strip())
        if outcome.undecided or outcome.ends:
            raise Unfit(f"{paper.name}: the author's own solution does not come to an end {outcome.ends or outcome.undecided}")
        for one in wrong:
            verdict = station.mark(solution(paper, {one.cell: one.source}, one.task)).verdicts.get(one.task, {})
            if verdict.get("print"):
                mistakes[one.task].setdefault(verdict["print"], [one.name, one.about, one.hint])
    made = Prepared(key, opening, given, tests, wanted, mistakes)
    if kept:
        replace(kept, json.dumps(asdict(made)))
    return made


def names(paper, opening, given, tests, settings):
    """{test: answer names}: what the answers of the author's solution change and the test reads."""
    steps = []
    for kind, cell, source in solution(paper):
        if kind == "answer":
            steps += [("test", f"before {cell}", ""), (kind, cell, source), ("test", f"after {cell}", "")]
        elif kind == "given":
            steps.append((kind, cell, source))
    with Hall(opening, given, tests, None, paper.data, settings) as hall, Station(hall) as station:
        job = {"steps": steps, "tests": [], "seconds": settings.seconds, "cell_seconds": settings.seconds}
        answer, _ = station.once(job)
    if answer in (True, False) or answer["broke"]:
        raise Unfit(f"{paper.name}: the author's own solution does not run to its end")
    if answer["errors"]:
        number, said = next(iter(answer["errors"].items()))
        raise Unfit(f"{steps[int(number)][1]}: the author's own solution stops with {said}")
    found, made = {}, set()
    for cell in paper.cells:
        made |= set(answer["names"].get(cell.id, ()))
        if cell.role == "test":
            found[cell.id] = sorted(made & Test(cell.id, cell.source).reads)
    return found
