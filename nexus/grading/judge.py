"""The process that runs the tests, over data alone.

It never runs a student's code: it asks the student's process for values, and has its functions called there.
Errors of student code are told in full only from before the first hidden input was sent.
"""

import json
import socket
import time
from typing import Any

from nexus.grading import frames
from nexus.grading.checks import Test
from nexus.grading.conversation import Conversation, Gone
from nexus.grading.trial import Trial, made_by


class Judge:
    """Marks one submission after the other; `names` are those of the cells that all run."""

    def __init__(self, given, tests, wanted):
        self.names = made_by(given)
        self.tests = {name: Test(name, source) for name, source in tests.items()}
        self.wanted = wanted

    def serve(self, control):
        """Until the grader goes away. A job comes with an open socket to the student's process."""
        while True:
            word, descriptors, _, _ = socket.recv_fds(control, 1, 1)
            if word in (b"", b"Q"):
                return frames.leave(control, word)
            job = json.loads(frames.receive(control)[0])
            with socket.socket(fileno=descriptors[0]) as connection:
                found = self.mark(Conversation(connection, job["seconds"], job["cell_seconds"]), job)
            frames.send(control, json.dumps(found).encode())

    def mark(self, student, job):
        """What came of one job: {"errors": {step: text}, "verdicts": {test: verdict}, "broke": None or how and where}."""
        found: dict[str, Any] = {"errors": {}, "verdicts": {}, "broke": None, "spent": 0.0}
        begun = time.monotonic()
        try:
            student.run(job["steps"], self.wanted, found)
            if self.wanted is None:  # the author's own solution
                found["names"] = {name: changed(student.values, name) for kind, name, _ in job["steps"] if kind == "answer"}
                return found
            trials = {name: Trial(self.tests[name], self.names, student) for name in job["tests"]}
            for hidden in (False, True):
                for name, trial in trials.items():
                    student.place = ("test", name)
                    if name not in found["verdicts"] and (verdict := trial.go(hidden)):
                        found["verdicts"][name] = verdict
        except Gone as gone:
            found["broke"] = [gone.how, *student.place]
        found["spent"] = time.monotonic() - begun
        return found


def changed(values, cell):
    """Names that are not what they were before a cell ran, from the moments around it."""
    before = {name: rest for name, *rest in values[f"before {cell}"]}
    return [name for name, *rest in values[f"after {cell}"] if before.get(name) != rest]
