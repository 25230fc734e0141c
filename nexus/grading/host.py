"""The process that runs students' code, forked afresh for each submission.

The process that forks never reads a submission. Each fork has its own process tree, its own scratch space and no rights;
when it ends, or is to end, everything that it started ends with it.
"""

import contextlib
import inspect
import json
import os
import resource
import select
import signal
import socket

from nexus.grading import frames, linux, wire
from nexus.grading.kernel import Kernel, brief
from nexus.grading.room import lock_in

PULSE = 0.1  # seconds between two looks at the memory of a submission


class Host:
    """Serves a Station: b"G" with an open socket starts a submission, b"K" ends it."""

    control: socket.socket  # of the Station, once it serves one

    def __init__(self, given, limits, sandbox, forks):
        self.limits, self.sandbox, self.forks = limits, sandbox, forks
        self.kernel = Kernel()
        for source in given:
            if error := self.kernel.run(source):
                raise RuntimeError(f"a cell that all submissions run failed: {error}")
        if forks:
            self.home = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)

    def serve(self, control):
        """Until the grader goes away."""
        self.control = control
        while True:
            word, descriptors, _, _ = socket.recv_fds(control, 1, 1)
            if word in (b"", b"Q"):
                return frames.leave(control, word)
            if word == b"G":
                frames.send(control, json.dumps(self.submission(descriptors[0])).encode())

    def submission(self, descriptor):
        """Fork, watch, and make sure nothing is left; returns how it ended: {"reason", "code"}."""
        if self.forks:
            linux.unshare(linux.CLONE_NEWPID)
        pid = os.fork()
        if pid == 0:
            try:
                os.setsid()
                student(self, descriptor)
            finally:
                os._exit(1)
        if self.forks:
            linux.setns(self.home, linux.CLONE_NEWPID)
        os.close(descriptor)
        watch = os.pidfd_open(pid)
        poll = select.poll()
        poll.register(watch, select.POLLIN)
        poll.register(self.control, select.POLLIN)
        reason = None
        while reason is None:
            ready = {number for number, _ in poll.poll(PULSE * 1000)}
            if watch in ready:
                reason = "ended"
            elif self.control.fileno() in ready:
                reason = "asked" if self.control.recv(1) else "gone"
            elif not ready and self.memory(pid) > self.limits["memory"]:
                reason = "memory"
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)  # as the first process of its namespace it takes all others along
        if not self.forks:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        os.close(watch)
        return {"reason": reason, "code": code}

    def memory(self, pid):
        """Bytes that the submission's processes hold: first a quick sum, then, when it is high, the fair one."""
        others = [str(pid)]
        if self.forks:  # all that live in the namespace of the submission
            room = _room(pid)
            others = [name for name in os.listdir("/proc") if name.isdigit() and _room(name) == room]
        quick = sum(_kilobytes(f"/proc/{other}/status", ("RssAnon:", "RssShmem:")) for other in others) * 1024
        if quick <= self.limits["memory"]:
            return quick
        return sum(_kilobytes(f"/proc/{other}/smaps_rollup", ("Pss:",)) for other in others) * 1024


def _room(pid):
    """The namespace in which a process counts its children."""
    with contextlib.suppress(OSError):
        return os.readlink(f"/proc/{pid}/ns/pid")


def _kilobytes(path, labels):
    try:
        with open(path) as lines:
            return sum(int(line.split()[1]) for line in lines if line.startswith(labels))
    except (OSError, ValueError):  # it has ended meanwhile
        return 0


# In the fork ------------------------------------------------------------------


def student(host, descriptor):
    """Lock the fork in, then run one submission."""
    os.dup2(descriptor, 3)
    os.closerange(4, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    if host.forks:
        lock_in(host.limits["scratch"])
    for name in ("AS", "FSIZE", "NPROC", "NOFILE", "CPU", "CORE"):
        if host.sandbox or name in ("FSIZE", "CPU", "CORE"):
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (host.limits[name],) * 2)
    if host.sandbox:
        linux.drop_capabilities()
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    Submission(host.kernel, socket.socket(fileno=3)).serve()


class Submission:
    """Runs the cells, keeps what the tests ask for, then answers calls of the student's functions."""

    def __init__(self, kernel, connection):
        self.kernel, self.connection = kernel, connection
        self.functions, self.moments, self.moment = [], {}, None

    def serve(self):
        job = json.loads(frames.receive(self.connection)[0])
        for number, (kind, name, source) in enumerate(job["steps"]):
            if kind == "test":
                self.keep(name, job["wanted"] and job["wanted"].get(name, ()))
                continue
            frames.send(self.connection, b"B", str(number).encode())
            if error := self.kernel.run(source):
                frames.send(self.connection, b"E", str(number).encode(), error.encode("utf-8", "replace"))
        frames.send(self.connection, b"D")
        while True:
            self.answer(*frames.receive(self.connection))

    def keep(self, test, wanted):
        """Send the values as they are now, and remember all names, so that functions are called in their own time."""
        names = self.kernel.names
        self.moments[test] = dict(names)
        if wanted is None:  # the author's own solution: everything that is not hidden by its name
            wanted = [name for name in names if not name.startswith("_") and name not in ("In", "Out", "exit", "quit")]
        parts = []
        for name in wanted:
            if name not in names:
                parts += [name.encode(), b"missing", b""]
                continue
            try:
                parts += [name.encode(), b"value", wire.dumps(names[name], self.describe)]
            except wire.Refused as error:
                parts += [name.encode(), b"refused", str(error).encode("utf-8", "replace")]
            except BaseException as error:  # a value that fights back
                parts += [name.encode(), b"refused", type(error).__name__.encode("utf-8", "replace")]
        frames.send(self.connection, b"V", test.encode(), *parts)

    def describe(self, function):
        """What the tests may know of a function; its number stands for it."""
        known = next((n for n, other in enumerate(self.functions) if other is function), None)
        if known is None:
            known = len(self.functions)
            self.functions.append(function)
        return {"id": known, "name": str(getattr(function, "__name__", "function"))[:100], "parameters": parameters(function)}

    def answer(self, word, test, number, data):
        """Call a function and send what it returned, and its arguments if it changed them."""
        test = test.decode()
        if test != self.moment:
            self.moment = test
            self.kernel.names.clear()
            self.kernel.names.update(self.moments[test])
        try:
            given, named = wire.loads(data, lambda about: self.functions[about["id"]])
            result = self.functions[int(number)](*given, **named)
            sent = wire.dumps(result, self.describe)
        except wire.Refused as error:
            return frames.send(self.connection, b"F", str(error).encode("utf-8", "replace"))
        except BaseException as error:
            kinds = "\n".join(kind.__name__ for kind in type(error).__mro__)[:1000]
            said = brief(error)
            return frames.send(self.connection, b"X", kinds.encode("utf-8", "replace"), said.encode("utf-8", "replace"))
        try:
            after = wire.dumps((given, named), self.describe)
        except BaseException:
            after = data
        return frames.send(self.connection, b"R", sent, b"" if after == data else after)


def parameters(function):
    """[[name, kind, has a default]] of a function, or None where Python cannot tell."""
    try:
        found = inspect.signature(function).parameters.values()
        return [[one.name, int(one.kind), one.default is not one.empty] for one in found][:50]
    except BaseException:
        return None
