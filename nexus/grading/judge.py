"""The process that runs the tests, over data alone. `python -m nexus.grading.judge FD`.

It never runs a student's code: it asks the student's process for values, and has its functions called there.
Errors of student code are told in full only from before the first hidden input was sent.
"""

import json
import socket
import sys
import time

from nexus.grading import frames
from nexus.grading.checks import Test, given
from nexus.grading.conversation import Conversation, Gone


class Judge:
    """Marks one submission after the other; `names` are those of the cells that all run."""

    def __init__(self, control, about):
        self.control = control
        self.names = given(about["given"])
        self.tests = {name: Test(name, source) for name, source in about["tests"].items()}
        self.wanted = about["wanted"]

    def serve(self):
        """Until the grader goes away. A job comes with an open socket to the student's process."""
        while True:
            word, descriptors, _, _ = socket.recv_fds(self.control, 1, 1)
            if not word:
                return
            job = json.loads(frames.receive(self.control)[0])
            with socket.socket(fileno=descriptors[0]) as connection:
                found = self.mark(Conversation(connection, job["seconds"], job["cell_seconds"]), job)
            frames.send(self.control, json.dumps(found).encode())

    def mark(self, student, job):
        """What came of one job: {"errors": {step: text}, "verdicts": {test: verdict}, "broke": None or how and where}."""
        found = {"errors": {}, "verdicts": {}, "broke": None, "spent": 0.0}
        begun = time.monotonic()
        try:
            student.run(job["steps"], self.wanted, found)
            if self.wanted is None:  # the author's own solution
                found["names"] = {name: changed(student.values, name) for kind, name, _ in job["steps"] if kind == "answer"}
                return found
            runs = {name: self.tests[name].begin(self.names, student) for name in job["tests"]}
            for hidden in (False, True):
                for name, run in runs.items():
                    student.place = ("test", name)
                    if name not in found["verdicts"] and (verdict := run.go(hidden)):
                        found["verdicts"][name] = verdict
        except Gone as gone:
            found["broke"] = [gone.how, *student.place]
        found["spent"] = time.monotonic() - begun
        return found


def changed(values, cell):
    """Names that are not what they were before a cell ran, from the moments around it."""
    before = {name: rest for name, *rest in values[f"before {cell}"]}
    return [name for name, *rest in values[f"after {cell}"] if before.get(name) != rest]


def main(descriptor):
    control = socket.socket(fileno=int(descriptor))
    about = json.loads(frames.receive(control)[0])
    try:
        judge = Judge(control, about)
    except Exception as error:
        frames.send(control, f"{type(error).__name__}: {error}".encode())
        return
    frames.send(control, b"ready")
    judge.serve()


if __name__ == "__main__":
    main(sys.argv[1])
