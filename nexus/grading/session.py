"""One worker's pair of processes - a host for students' code, a judge for the tests - and the marking of one submission."""

import contextlib
import json
import shutil
import socket
import subprocess
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path

from nexus.grading import frames, sandbox
from nexus.grading.sandbox import SIZE

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
    scratch: int = SIZE  # of each folder in which a submission may write

    @property
    def limits(self):
        return {
            "memory": self.memory, "scratch": self.scratch, "AS": self.memory + 1024 * MB, "FSIZE": self.scratch, "NPROC": 64,
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


class Fork:
    """A process of ours behind a socket, forked from a warm one. Not yet `ready` when it has something to do first."""

    def __init__(self, control, name):
        self.control, self.name, self.lock = control, name, threading.Lock()

    def ready(self):
        """Wait until it has started; Broken with its last words if it does not."""
        self.control.settimeout(STARTING)
        try:
            said = frames.receive(self.control)[0]
        except (frames.Ended, TimeoutError, OSError):
            said = self.last_words()
        if said != b"ready":
            self.close()
            raise Broken(said.decode("utf-8", "replace").strip() or f"the {self.name} did not start")

    def last_words(self):
        return b""

    def fork(self, *message):
        """(a Fork, its number for `kill`); Broken when this process has ended."""
        ours, theirs = frames.pair()
        try:
            with self.lock, theirs:
                socket.send_fds(self.control, [b"F"], [theirs.fileno()])
                number = int(frames.receive(self.control)[0])
            if message:
                frames.send(ours, *message)
        except (frames.Ended, TimeoutError, OSError) as error:
            raise Broken(f"the {self.name} has ended") from error
        return Fork(ours, self.name), number

    def kill(self, number):
        """End a fork that does not answer."""
        with contextlib.suppress(OSError), self.lock:
            self.control.sendall(b"K")
            frames.send(self.control, str(number).encode())

    def close(self):
        """Have it leave; returns the CPU seconds that it and its forks have used."""
        try:
            self.control.settimeout(LEAVING)
            self.control.sendall(b"Q")
            return float(frames.receive(self.control)[0])
        except (frames.Ended, ValueError, OSError):  # it has ended, or is not listening
            return 0.0
        finally:
            self.control.close()


class Warm(Fork):
    """The first of them: a program in a sandbox of its own."""

    def __init__(self, data, settings, charts, forks):
        ours, theirs = frames.pair()
        super().__init__(ours, "sandbox")
        self.process = sandbox.start("nexus.grading.warm", data, [theirs.fileno()], forks, settings.sandbox, settings.scratch)
        theirs.close()
        with contextlib.suppress(frames.Ended):  # what it said before it ended is read in `ready`
            frames.send(ours, json.dumps({"charts": charts}).encode())
        self.ready()

    def last_words(self):
        self.close()
        return self.process.stderr.read()[-2000:]

    def close(self):
        used = super().close()
        try:
            self.process.wait(LEAVING)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        return used


class Hall:
    """The warm processes for one exercise on this machine, and the folder with its tables. Close it, or use `with`."""

    def __init__(self, opening, given, tests, wanted, data, settings):
        self.settings, self.lock = settings, threading.Lock()
        self.nests = settings.sandbox and sandbox.nests()
        self.charts = any("altair" in source for source in given)
        self.abouts = {
            "host": {"given": opening, "limits": settings.limits, "sandbox": settings.sandbox, "forks": self.nests},
            "judge": {"given": given, "tests": tests, "wanted": wanted, "sandbox": settings.sandbox},
        }
        self.folder = Path(tempfile.mkdtemp(prefix="nexus-grading-"))
        self.folder.chmod(0o755)  # the sandbox may run as another user
        (self.folder / "data").mkdir()
        for name, content in data.items():
            (self.folder / "data" / name).write_bytes(content)
        self.warm, self.roles, self.cpu = None, {}, 0.0

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.close()

    def start(self):
        """A warm process in a sandbox of its own."""
        return Warm(self.folder / "data", self.settings, self.charts, self.nests)

    def role(self, warm, name):
        """A fork of a warm process that is a host or a judge."""
        made, _ = warm.fork(name.encode(), json.dumps(self.abouts[name]).encode())
        made.ready()
        return made

    def fork(self, name):
        """(the host or judge of this hall, a fork of it, its number); what has ended is started again."""
        with self.lock:
            for last in (False, True):
                try:
                    self.warm = self.warm or self.start()
                    if name not in self.roles:
                        self.roles[name] = self.role(self.warm, name)
                    return self.roles[name], *self.roles[name].fork()
                except Broken:
                    self._stop()
                    if last:
                        raise

    def _stop(self):
        for process in self.roles.values():
            process.close()
        if self.warm:
            self.cpu += self.warm.close()
        self.warm, self.roles = None, {}

    def close(self):
        self._stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class Line:
    """A host or judge for one worker: a fork, or, where forks cannot be locked in, one in a sandbox of its own."""

    def __init__(self, hall, name):
        self.hall, self.own = hall, name == "host" and hall.settings.sandbox and not hall.nests
        if self.own:
            self.parent = hall.start()
            self.fork = hall.role(self.parent, name)
        else:
            self.parent, self.fork, self.number = hall.fork(name)
        self.socket = self.fork.control

    def close(self):
        self.fork.close()
        if self.own:
            self.hall.cpu += self.parent.close()

    def kill(self):
        """End one that does not answer."""
        self.fork.control.close()
        if self.own:
            self.parent.close()
        else:
            self.parent.kill(self.number)


class Station:
    """Marks submissions to one exercise, one at a time. Close it, or use it in a `with`."""

    def __init__(self, hall):
        self.hall, self.settings = hall, hall.settings
        self.host = self.judge = None

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.close()

    def close(self):
        for line in filter(None, [self.host, self.judge]):
            line.close()
        self.host = self.judge = None

    def once(self, job):
        """Run one job in a fresh fork: the judge's answer, and how the fork ended.

        The answer is True when the judge did not come to an end, and False when it had gone.
        """
        self.host = self.host or Line(self.hall, "host")
        self.judge = self.judge or Line(self.hall, "judge")
        student, ours = frames.pair()
        with student, ours:
            socket.send_fds(self.host.socket, [b"G"], [student.fileno()])
            student.close()
            socket.send_fds(self.judge.socket, [b"J"], [ours.fileno()])
            ours.close()
            self.judge.socket.settimeout(job["seconds"] + JUDGING)
            try:
                frames.send(self.judge.socket, json.dumps(job).encode())
                answer = json.loads(frames.receive(self.judge.socket)[0])
            except (frames.Ended, OSError, ValueError) as error:
                answer, self.judge = isinstance(error, TimeoutError), self.judge.kill()
        try:
            self.host.socket.sendall(b"K")
            self.host.socket.settimeout(STARTING)
            end = json.loads(frames.receive(self.host.socket)[0])
        except (frames.Ended, TimeoutError, OSError):
            end, self.host = {"reason": "host", "code": None}, self.host.kill()
        if self.host and self.host.own:
            self.host = self.host.close()  # it could hold leftovers for the next
        return answer, end

    def mark(self, steps):
        """The Outcome for the steps of a Script, [(kind, id, source)]. Without a cell that ends the process, all runs again."""
        outcome, left = Outcome(), self.settings.seconds
        tests = [name for kind, name, _ in steps if kind == "test"]
        for _ in range(RERUNS + 1):
            kept = [number for number in range(len(steps)) if number not in outcome.ends]
            job = {"steps": [steps[number] for number in kept], "seconds": max(left, 1.0)}
            job |= {"tests": [name for name in tests if name not in outcome.verdicts], "cell_seconds": self.settings.seconds / 3}
            answer, end = self.once(job)
            if answer is False:  # a process of ours has died: not the student's fault
                answer, end = self.once(job)
            if answer in (True, False):
                outcome.undecided = dict.fromkeys(job["tests"], "judge")
                break
            left -= answer["spent"]
            outcome.verdicts |= answer["verdicts"]
            for number, text in answer["errors"].items():
                outcome.errors.setdefault(kept[int(number)], text)
            if not answer["broke"]:
                outcome.undecided = {}
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
        return outcome
