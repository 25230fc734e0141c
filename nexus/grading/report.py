"""The instructor's page on a class: OUT/report.html, and the same as a dict for `--json`.

Records come one at a time and are not kept: memory does not grow with the class, but for 16 bytes a student.
"""

import heapq
import math
import statistics
from array import array
from collections import Counter
from urllib.parse import quote

from nexus.grading import plain
from nexus.grading.feedback import heading
from nexus.grading.grades import HANDED_IN_NOTHING, waiting
from nexus.grading.pages import template
from nexus.grading.results import replace, safe

LISTED = 200  # students named in a list
NOTES = 200  # different notes that are counted
FEWEST = 10  # students for a discrimination

MEANS = {
    "graded": "Everything is marked.",
    "partly_graded": "The checks have run; the rest waits for a person or could not be checked.",
    "needs_manual": "Everything waits for a person.",
    "flagged": "Something is not as it should be: look at it before you trust the marks.",
    "timeout": "The code was still running when its time was up.",
    "crashed": "The code ended Python itself.",
    "unreadable": "The file could not be read.",
    "missing": "On the roster, but nothing was handed in.",
}
LOOK = {
    "flagged": "Flagged",
    "timeout": "Ran out of time",
    "crashed": "Ended Python",
    "unreadable": "Could not be read",
    "missing": "Handed in nothing",
}


class Report:
    """Sums over the records of a class: `add` each record once, then `write`."""

    def __init__(self):
        self.statuses, self.misconceptions, self.hints, self.notes = Counter(), Counter(), {}, Counter()
        self.items, self.points, self.seconds, self.slowest = {}, array("d"), array("d"), []
        self.look, self.prose, self.told = {status: [] for status in LOOK}, 0, {}

    def add(self, record):
        """Count a record; one to which marks of a person were given first, see `grades.with_marks`."""
        self.statuses[record["status"]] += 1
        named = self.look.get(record["status"])
        if named is not None and len(named) < LISTED:
            named.append({**_person(record), "why": plain.line(record["message"])})
        if record["status"] in HANDED_IN_NOTHING:
            return
        self.seconds.append(record["seconds"])
        heapq.heappush(self.slowest, (record["seconds"], record["student"]))
        if len(self.slowest) > 5:
            heapq.heappop(self.slowest)
        for note in map(plain.line, set(record["notes"])):
            if note in self.notes or len(self.notes) < NOTES:
                self.notes[note] += 1
        self._count(record)

    def _count(self, record):
        open_tasks = {task["task"] for task in waiting(record)}
        self.prose += bool(open_tasks)
        checked = [task for task in record["tasks"] if task["task"] not in open_tasks]
        # What waits for a person would make the sums of students unequal: the rest is what was checked by machine.
        total = sum(task["points"] for task in checked if not task.get("marked"))
        if checked:
            self.points.append(total)
        for task in checked:
            item = self.items.setdefault(task["task"], _Item())
            item.add(task["points"], task["max_points"], total - (0 if task.get("marked") else task["points"]))
            if task["misconception"]:
                self.misconceptions[task["task"], task["misconception"]] += 1
                self.hints[task["task"], task["misconception"]] = task["hint"]

    def summary(self):
        """What `write` wrote, as plain data."""
        return self.told

    def _tell(self, paper, about):
        tasks = []
        for task in paper.tasks:
            item = self.items.get(task.id, _Item())
            shares = {
                "full_marks": item.share(item.full),
                "mean_share": item.share(item.shares),
                "discrimination": item.discrimination(),
            }
            tasks.append(
                {"task": task.id, "title": paper.title(task.id), "max_points": task.points, "students": item.n, **shares}
            )
        wrong = [
            {"task": task, "misconception": name, "hint": self.hints[task, name], "students": count}
            for (task, name), count in self.misconceptions.most_common()
        ]
        return {
            "exercise": paper.name,
            "students": self.statuses.total(),
            "statuses": {status: self.statuses[status] for status in MEANS if self.statuses[status]},
            "waiting": self.prose,
            "checked_points": sum(task.points for task in paper.tasks if task.role == "test"),
            "median_points": statistics.median(self.points) if self.points else None,
            "mean_points": statistics.fmean(self.points) if self.points else None,
            "tasks": tasks,
            "wrong_answers": wrong,
            "median_seconds": statistics.median(self.seconds) if self.seconds else None,
            **about,
        }

    def write(self, path, paper, about):
        """Write the page. `about` is {started, seconds, workers, sandbox, version}."""
        told = self.told = self._tell(paper, about)
        titles = {task["task"]: task["title"] for task in told["tasks"]}
        look = [
            {"title": LOOK[status], "rows": rows, "count": self.statuses[status], "left": self.statuses[status] - len(rows)}
            for status, rows in self.look.items()
            if rows
        ]
        html = template("report.html").render(
            exercise=heading(paper),
            lead=f"{told['students']:,} students. " + _finding(told),
            about=[(key, about[key]) for key in ("started", "sandbox", "version") if about.get(key)],
            statuses=[{"name": s.replace("_", " "), "means": MEANS.get(s, ""), "count": n} for s, n in told["statuses"].items()],
            bins=_bins(self.points, told["checked_points"]),
            finding=_finding(told),
            most=plain.number(told["checked_points"]),
            tasks=[{**task, **{key: _percent(task[value]) for key, value in (("full", "full_marks"), ("mean", "mean_share"))},
                    "max_points": plain.number(task["max_points"]),
                    "discrimination": "" if task["discrimination"] is None else f"{task['discrimination']:.2f}"}
                   for task in told["tasks"]],
            wrong=[{**row, "name": row["misconception"], "task": titles.get(row["task"], row["task"]), "count": row["students"]}
                   for row in told["wrong_answers"][:20]],
            prose=_waits(self.prose),
            look=look,
            notes=self.notes.most_common(),
            times=_times(told, about, sum(self.seconds)),
            slowest=[{"student": plain.line(student), "page": _page(student), "why": f"{seconds:.2f} s"}
                     for seconds, student in sorted(self.slowest, reverse=True)],
        )  # fmt: skip
        replace(path, html)


class _Item:
    """Running sums of one task: x its points, y the points in the other tasks."""

    def __init__(self):
        self.n, self.full, self.shares = 0, 0, 0.0
        self.x = self.y = self.xx = self.yy = self.xy = 0.0

    def add(self, x, most, y):
        self.n += 1
        self.full += x >= most
        self.shares += x / most if most else 0
        self.x, self.y, self.xx, self.yy, self.xy = self.x + x, self.y + y, self.xx + x * x, self.yy + y * y, self.xy + x * y

    def share(self, value):
        return value / self.n if self.n else None

    def discrimination(self):
        """The correlation with the rest (point-biserial where a task has all its points or none); None when undefined."""
        if self.n < FEWEST:
            return None
        spread = (self.n * self.xx - self.x**2) * (self.n * self.yy - self.y**2)
        return (self.n * self.xy - self.x * self.y) / math.sqrt(spread) if spread > 1e-9 else None


def _person(record):
    return {"student": plain.line(record["student"]), "page": _page(record["student"])}


def _page(student):
    return f"feedback/{quote(safe(student))}.html"


def _percent(share):
    return "" if share is None else f"{share:.0%}".replace("%", " %")


def _waits(count):
    return f"{count:,} {'students have' if count > 1 else 'student has'} an answer that waits for a mark." if count else ""


def _finding(told):
    if told["median_points"] is None:
        return "Nothing has been marked."
    half, most = plain.number(told["median_points"]), plain.number(told["checked_points"])
    return f"Half of those marked have {half} or more of {most} checked points."


def _bins(points, most):
    """Students by share of the points, in ten bins."""
    if not points or not most:
        return []
    counts = Counter(min(9, int(value / most * 10 + 1e-9)) for value in points)
    labels = [f"{10 * n}–{10 * n + 9} %" if n < 9 else "90–100 %" for n in range(10)]
    return [
        {"label": labels[n], "count": counts[n], "width": round(100 * counts[n] / max(counts.values()), 1)} for n in range(10)
    ]


def _times(told, about, spent):
    rows = [("Whole run", about.get("seconds"), "s"), ("Workers", about.get("workers"), "")]
    rows += [("Median of a submission", told["median_seconds"], "s"), ("Sum over submissions", spent, "s")]
    return [(key, f"{value:.2f} {unit}" if unit else str(value)) for key, value, unit in rows if value is not None]
