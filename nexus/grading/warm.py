"""The warm process in the sandbox: it imports once what all need, and forks. `python -m nexus.grading.warm FD`.

A fork becomes what its first message says: a host, which runs students' code, or a judge. Each of them forks again, for
each worker. The judge reads the tests after the fork: they are never in the memory of a process that runs students' code.
"""

import contextlib
import ctypes
import gc
import json
import socket
import sys

from nexus.grading import frames, kernel, linux
from nexus.grading.host import Host
from nexus.grading.judge import Judge


def become(connection):
    """Be a host or a judge, as the first message says, and serve."""
    role, about = frames.receive(connection)
    about = json.loads(about)
    server: Judge | Host
    try:
        if role == b"judge":
            if about.pop("sandbox"):
                linux.drop_capabilities()
            server, alone = Judge(**about), False
        else:
            server, alone = Host(**about), about["sandbox"] and not about["forks"]
    except Exception as error:
        frames.send(connection, f"{type(error).__name__}: {error}".encode())
        return
    still()
    frames.send(connection, b"ready")
    if alone:
        server.serve(connection)
    else:
        frames.serve(connection, server.serve)


def still():
    """Collect what can be, and have collections in the forks leave the shared memory alone: a fork costs by the page."""
    gc.collect()
    with contextlib.suppress(AttributeError):  # not every C library has it
        ctypes.CDLL(None).malloc_trim(0)
    gc.freeze()


def main(descriptor):
    control = socket.socket(fileno=int(descriptor))
    about = json.loads(frames.receive(control)[0])
    kernel.warm(about["charts"])
    still()
    frames.send(control, b"ready")
    frames.serve(control, become)


if __name__ == "__main__":
    main(sys.argv[1])
