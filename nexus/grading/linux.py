"""The few Linux calls that the standard library of Python 3.11 lacks. Each raises OSError with the kernel's reason."""

import ctypes
import os
import platform
import struct
from typing import Any

CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC = 0x00020000, 0x04000000, 0x08000000
CLONE_NEWUSER, CLONE_NEWPID = 0x10000000, 0x20000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_BIND, MS_REC, MS_PRIVATE = 1, 2, 4, 4096, 16384, 1 << 18
_PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS, _PR_CAP_AMBIENT, _CLEAR_ALL = 24, 38, 47, 4
_CAPABILITY_VERSION_3 = 0x20080522

_libc: Any = ctypes.CDLL(None, use_errno=True) if os.name != "nt" else None  # the commands that do not grade run there, too


def _call(name, *arguments):
    if getattr(_libc, name)(*arguments) == -1:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def unshare(flags):
    """Give this process (for CLONE_NEWPID: its next children) namespaces of its own."""
    _call("unshare", flags)


def setns(descriptor, flags):
    """Go back to the namespace behind an open file of /proc/<pid>/ns/."""
    _call("setns", descriptor, flags)


def mount(source, target, kind=None, flags=0, options=None):
    """mount(2)."""
    words = [word.encode() if word else None for word in (source, target, kind)]
    _call("mount", *words, ctypes.c_ulong(flags), options.encode() if options else None)


def drop_capabilities():
    """Give up every capability, for good: also programs started later get none."""
    _call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _call("prctl", _PR_CAP_AMBIENT, _CLEAR_ALL, 0, 0, 0)
    for capability in range(64):
        if _libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) == -1:
            break  # past the last one this kernel knows
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    _call("capset", header, (ctypes.c_uint32 * 6)())


# What no exercise needs and what reaches deep into the kernel or other processes: (x86_64, aarch64) numbers.
REFUSED = {
    "socket": (41, 198), "ptrace": (101, 117), "kcmp": (312, 272), "bpf": (321, 280), "userfaultfd": (323, 282),
    "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "perf_event_open": (298, 241),
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219), "memfd_secret": (447, 447),
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "fanotify_init": (300, 262), "open_by_handle_at": (304, 265), "name_to_handle_at": (303, 264),
}  # fmt: skip
_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}


def seccomp():
    """A filter for bubblewrap's --seccomp: the calls above fail with EPERM. Empty on an unknown architecture.

    Classic BPF, eight bytes an instruction: load the architecture and the number, compare, jump to the answer.
    """
    if platform.machine() not in _ARCHITECTURES:
        return b""
    column, architecture = _ARCHITECTURES[platform.machine()]
    load, equal, at_least, answer = 0x20, 0x15, 0x35, 0x06
    allow, refuse = 0x7FFF0000, 0x00050001
    numbers = sorted(both[column] for both in REFUSED.values())
    # Another architecture's calls, and x32 ones on x86_64, have other numbers: refused as a whole.
    lines = [(load, 0, 0, 4), (equal, 0, len(numbers) + 3, architecture), (load, 0, 0, 0)]
    lines += [(at_least, len(numbers) + 1, 0, 0x40000000)]
    lines += [(equal, len(numbers) - n, 0, number) for n, number in enumerate(numbers)]
    lines += [(answer, 0, 0, allow), (answer, 0, 0, refuse)]
    return b"".join(struct.pack("=HBBI", *line) for line in lines)
