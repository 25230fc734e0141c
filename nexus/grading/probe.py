"""Run in the sandbox to learn what it allows: exits 0 if children can have namespaces of their own, 3 if not."""

import os
import sys

from nexus.grading import linux
from nexus.grading.room import lock_in


def main():
    """What the host does for each submission, once."""
    home = os.open("/proc/self/ns/pid", os.O_RDONLY)
    try:
        linux.unshare(linux.CLONE_NEWPID)
        pid = os.fork()
        if pid == 0:
            try:
                lock_in(2**20)
                linux.drop_capabilities()
                os._exit(0)
            finally:
                os._exit(3)
        ended = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        linux.setns(home, linux.CLONE_NEWPID)
    except OSError:
        return 3
    return ended


if __name__ == "__main__":
    sys.exit(main())
