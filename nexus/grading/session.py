"""One worker's pair of processes - a host for students' code, a judge for the tests - and the marking of one submission."""

import contextlib
import json
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from nexus.grading import frames, sandbox

MB = 2**20
STARTING = 60  # seconds for the warm processes to get ready
JUDGING = 15  # seconds that the judge may need beyond the student's time
LEAVING = 3  # seconds that a process of ours has to end by itself
RERUNS = 2


@dataclass(frozen=True)
class Settings:
    """How submissions are run. `seconds` is the time for one submission, a third of it for one cell or call."""

    seconds: float = 30.0
    sandbox: bool = True
    memory: int = 1024 * MB  # of all processes of one submission
    scratch: int = 32 * MB  # of each writable folder

    @property
    def limits(self):
        return {
            "memory": self.memory, "scratch": self.scratch, "AS": 2 * self.memory, "FSIZE": self.scratch, "NPROC": 64,
            "NOFILE": 256, "CPU": int(self.seconds) + 1, "CORE": 0,
        }  # fmt: skip


class Broken(RuntimeError):
    """A process of ours did not start; the message is what it said."""


@dataclass
class Outcome:
    """What running and judging gave: verdicts by test, errors and ends by step (an index into the script's steps)."""

    verdicts: dict = field(default_factory=dict)
    errors: dict = field(default_factory=dict)
    ends: dict = field(default_factory=dict)  # step -> "timeout", "memory" or "ended"
    undecided: dict = field(default_factory=dict)  # test -> why


class Process:
    """A program of ours behind a socket."""

    def __init__(self, module, data, settings, about, forks=False):
        here, there = frames.pair()
        self.control = here
        self.process = sandbox.start(module, data, [there.fileno()], forks, settings.sandbox)
        there.close()
        self.module, self.waiting = module, True
        with contextlib.suppress(frames.Ended):  # what it said before it ended is read in `ready`
            frames.send(here, json.dumps(about).encode())

    def ready(self):
        """Wait until it has started; Broken with its last words if it does not."""
        if not self.waiting:
            return
        self.control.settimeout(STARTING)
        try:
            said = frames.receive(self.control)[0]
        except (frames.Ended, TimeoutError, OSError):
            self.close()
            said = self.process.stderr.read()[-2000:]
        if said != b"ready":
            self.close()
            raise Broken(said.decode("utf-8", "replace").strip() or f"{self.module} did not start")
        self.waiting = False

    def close(self):
        """End it: it leaves when nobody is there any more, or is made to."""
        self.control.close()
        try:
            self.process.wait(LEAVING)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Station:
    """Marks submissions to one exercise, one at a time. Close it, or use it in a `with`."""

    def __init__(self, opening, given, tests, wanted, data, settings):
        self.settings, self.opening = settings, opening
        self.about = {"given": given, "tests": tests, "wanted": wanted}
        self.folder = Path(tempfile.mkdtemp(prefix="nexus-grading-"))
        self.folder.chmod(0o755)  # the sandbox may run as another user
        (self.folder / "data").mkdir()
        for name, content in data.items():
            (self.folder / "data" / name).write_bytes(content)
        self.host = self.judge = None
        self.forks = settings.sandbox and sandbox.nests()

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.close()

    def close(self):
        for process in filter(None, [self.host, self.judge]):
            process.close()
        self.host = self.judge = None
        shutil.rmtree(self.folder, ignore_errors=True)

    def _ready(self):
        data = self.folder / "data"
        if self.host is None:
            about = {"given": self.opening, "limits": self.settings.limits, "sandbox": self.settings.sandbox}
            about["forks"] = self.forks
            self.host = Process("nexus.grading.host", data, self.settings, about, forks=about["forks"])
        if self.judge is None:
            self.judge = Process("nexus.grading.judge", data, self.settings, self.about)
        self.host.ready()
        self.judge.ready()

    def once(self, word, job):
        """Run one job in a fresh fork: the judge's answer, and how the fork ended. None when the judge did not answer."""
        self._ready()
        student, ours = frames.pair()
        with student, ours:
            socket.send_fds(self.host.control, [b"G"], [student.fileno()])
            student.close()
            socket.send_fds(self.judge.control, [word], [ours.fileno()])
            ours.close()
            self.judge.control.settimeout(job["seconds"] + JUDGING)
            try:
                frames.send(self.judge.control, json.dumps(job).encode())
                answer = json.loads(frames.receive(self.judge.control)[0])
            except (frames.Ended, TimeoutError, ValueError):
                answer = None
                self.judge.close()
                self.judge = None
        try:
            self.host.control.sendall(b"K")
            self.host.control.settimeout(STARTING)
            end = json.loads(frames.receive(self.host.control)[0])
        except (frames.Ended, TimeoutError, OSError):
            end = {"reason": "host", "code": None}
            self.host.close()
            self.host = None
        if self.host and self.settings.sandbox and not self.forks:
            self.host.close()  # without namespaces of its own, a fork could leave things behind for the next
            self.host = None
        return answer, end

    def mark(self, steps):
        """The Outcome for the steps of a Script, [(kind, id, source)]; without cells that end the process, the rest runs again."""
        outcome, left = Outcome(), self.settings.seconds
        tests = [name for kind, name, _ in steps if kind == "test"]
        for _ in range(RERUNS + 1):
            kept = [number for number in range(len(steps)) if number not in outcome.ends]
            job = {"steps": [steps[number] for number in kept], "seconds": max(left, 1.0)}
            job |= {"tests": [name for name in tests if name not in outcome.verdicts], "cell_seconds": self.settings.seconds / 3}
            answer, end = self.once(b"J", job)
            if answer is None:
                outcome.undecided = dict.fromkeys(job["tests"], "judge")
                break
            left -= answer["spent"]
            outcome.verdicts |= answer["verdicts"]
            for number, text in answer["errors"].items():
                outcome.errors.setdefault(kept[int(number)], text)
            if not answer["broke"]:
                break
            how, place, where = answer["broke"]
            how = "memory" if end["reason"] == "memory" else how
            if place == "step":
                outcome.ends[kept[where]] = how
            else:
                outcome.verdicts[where] = {"share": 0, "where": how, "message": ""}
            outcome.undecided = {name: how for name in tests if name not in outcome.verdicts}
            if not outcome.undecided or left < 1:
                break
        else:
            return outcome
        if not (answer is None or answer["broke"]):
            outcome.undecided = {}
        return outcome
