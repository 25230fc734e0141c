"""The room of one submission: what a fork in the sandbox gives up before it reads a student's code."""

import os
from pathlib import Path

from nexus.grading import linux

SCRATCH = "/course/work"  # where a student's notebook runs


def lock_in(size):
    """Namespaces of its own for this process, and nothing to write to but private folders of `size` bytes each."""
    user, group = os.getuid(), os.getgid()
    linux.unshare(linux.CLONE_NEWUSER | linux.CLONE_NEWNS | linux.CLONE_NEWIPC | linux.CLONE_NEWUTS)
    for name, text in [("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")]:
        Path(f"/proc/self/{name}").write_text(text)
    Path("/proc/sys/user/max_user_namespaces").write_text("0")  # nobody below makes more: fewer ways into the kernel
    flags = linux.MS_NOSUID | linux.MS_NODEV
    for place in [SCRATCH, "/tmp", "/dev/shm"]:
        linux.mount("none", place, "tmpfs", flags, f"size={size},nr_inodes=2000,mode=700")
    linux.mount("none", "/proc", "tmpfs", flags | linux.MS_RDONLY, "size=4k,mode=555")
    os.chdir(SCRATCH)
    os.symlink("/course/data", "data")
    os.environ["HOME"] = SCRATCH
