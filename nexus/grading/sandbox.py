"""The sandbox: a bubblewrap command line, and what to say where there is none.

Inside: no network, a read-only view of Python and its packages, the exercise's tables in /course/data, no home
directory, no environment, and nothing of the project but the package `nexus`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from nexus.grading import linux
from nexus.grading.room import SCRATCH

PACKAGE = Path(__file__).resolve().parents[1]
NOBODY = 65534
SIZE = 32 * 2**20  # bytes of each folder in which a submission may write
VENV = Path("/course/python")
# One thread for each library: submissions run side by side.
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin", "HOME": "/tmp", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": "/course",
    "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "NUMEXPR_NUM_THREADS": "1",
}  # fmt: skip
WAYS_OUT = """Students' code can only be run safely in a sandbox, and {reason}.
Ways out:
- Debian, Ubuntu, Fedora: install it, e.g. `sudo apt install bubblewrap`.
- Windows: grade inside WSL2. macOS: grade in a Linux virtual machine (for instance Lima or UTM).
- Ubuntu 24.04 and later, or inside a container: user namespaces may be switched off; see exercises/grading.md.
- `--no-sandbox`, on Linux, runs the code with your own rights. Then students' code can read your files, the hidden tests too,
  and change marks. Use it only for work that you wrote yourself."""


class NoSandbox(RuntimeError):
    """There is no sandbox here; the message names the ways out."""


def _there(path):
    return Path(path).exists()


def _python():
    """{folder: where it is in the sandbox}, for this Python and its packages.

    A virtual environment moves, since the project may lie where the sandbox has its own folders, e.g. in /tmp.
    """
    folders = {sys.base_prefix: sys.base_prefix}
    if sys.prefix != sys.base_prefix:
        folders[str(Path(sys.prefix).resolve())] = str(VENV)
    return {folder: place for folder, place in folders.items() if folder != "/usr"}


def _system():
    """Options for the programs and libraries of the system; what are links stay links."""
    options = ["--ro-bind", "/usr", "/usr"]
    for name in ["bin", "sbin", "lib", "lib32", "lib64", "libx32"]:
        path = Path("/") / name
        if path.is_symlink():
            options += ["--symlink", os.readlink(path), str(path)]
        elif path.exists():
            options += ["--ro-bind", str(path), str(path)]
    for file in filter(_there, ["/etc/ld.so.cache", "/etc/localtime", "/etc/alternatives"]):
        options += ["--ro-bind", file, file]
    return options


def command(data, forks, stage="", rules=None, scratch=SIZE):
    """The words that start Python in the sandbox; the program's own words follow.

    `data` is a folder with the tables, `rules` an open file with a seccomp filter. With `forks` the process may make
    namespaces for its children (each child gives that right up). `stage` is where a root user has mounted what nobody
    else can reach.
    """
    words = ["bwrap", "--unshare-all", "--new-session", "--clearenv", *_system()]
    for folder, place in _python().items():
        words += ["--ro-bind", f"{stage}{folder}", place]
    words += ["--ro-bind", f"{stage}{PACKAGE}", "/course/nexus", "--ro-bind", f"{stage}{data}", "/course/data"]
    # The warm process itself needs a place for IPython's files; its forks get places of their own.
    words += ["--size", str(scratch), "--tmpfs", "/tmp", "--proc", "/proc", "--tmpfs", "/dev", "--dir", "/dev/shm"]
    # Not bubblewrap's own /dev: its terminals cost a second user namespace, and with it the right to go back to a first.
    for device in ["null", "zero", "random", "urandom"]:
        words += ["--dev-bind", f"/dev/{device}", f"/dev/{device}"]
    words += ["--dir", SCRATCH] if forks else ["--size", str(scratch), "--tmpfs", SCRATCH]
    words += ["--symlink", "/course/data", f"{SCRATCH}/data"]
    for name, value in ENVIRONMENT.items():
        words += ["--setenv", name, value]
    # bubblewrap's / and /dev are writable memory that all forks of one process would share.
    words += ["--remount-ro", "/", "--remount-ro", "/dev", "--chdir", SCRATCH]
    words += ["--cap-add", "ALL"] if forks else []
    words += ["--seccomp", str(rules)] if rules is not None else []
    python = Path(sys.executable)
    if sys.prefix != sys.base_prefix:
        python = VENV / "bin" / python.name
    return [*words, str(python), "-s", "-B"]


def _as_nobody(folders):
    """As root: mount the folders where nobody can reach them, and become nobody. Runs between fork and exec."""
    os.umask(0o022)
    linux.unshare(linux.CLONE_NEWNS)
    linux.mount("none", "/", None, linux.MS_REC | linux.MS_PRIVATE)
    linux.mount("none", "/mnt", "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, "mode=755,size=1m")
    for folder in folders:
        Path(f"/mnt{folder}").mkdir(parents=True, exist_ok=True)
        linux.mount(folder, f"/mnt{folder}", None, linux.MS_BIND | linux.MS_REC)
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def start(module, data, descriptors, forks=False, sandbox=True, scratch=SIZE):
    """Start `python -m module` (inside the sandbox) with these open descriptors; returns the Popen."""
    words, rules = [sys.executable, "-s", "-B"], None
    options: dict[str, Any] = {}
    if sandbox:
        root = os.geteuid() == 0
        rules = _rules()
        words = command(data, forks, "/mnt" if root else "", rules, scratch)
        if root:
            folders = [*_python(), str(PACKAGE), str(data)]
            options["preexec_fn"] = lambda: _as_nobody(folders)
    else:
        options["env"] = ENVIRONMENT | {"PYTHONPATH": str(PACKAGE.parent), "HOME": str(data), "PATH": os.environ.get("PATH", "")}
        options["cwd"] = Path(data).parent
    words += ["-m", module, *map(str, descriptors)]
    options |= {"pass_fds": [*descriptors, *([] if rules is None else [rules])]}
    try:
        return subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    finally:
        if rules is not None:
            os.close(rules)


def _rules():
    """An open file with the seccomp filter, or None where there is none for this machine."""
    if not (rules := linux.seccomp()):
        return None
    descriptor = os.memfd_create("rules", 0)
    os.write(descriptor, rules)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


@cache
def _probe():
    """(exit code, last words) of a trial run in the sandbox."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        trial = start("nexus.grading.probe", folder, [], forks=True)
        said = trial.communicate()[1].decode("utf-8", "replace").strip()
    return trial.returncode, (said.splitlines() or [""])[-1]


@cache
def fault():
    """Why there can be no sandbox here, or None."""
    if sys.platform != "linux":
        return f"bubblewrap needs Linux; this is {sys.platform}"
    if not shutil.which("bwrap"):
        return "the program bubblewrap (bwrap) is not installed"
    if Path(sys.base_prefix).is_relative_to("/tmp"):
        return f"Python lies in {sys.base_prefix}: the sandbox has a /tmp of its own"
    try:
        code, said = _probe()
    except (OSError, subprocess.SubprocessError) as error:
        code, said = -1, str(error)
    return None if code in (0, 3) else f"this system does not let bubblewrap make one ({said})"


def require():
    """Raise NoSandbox with the ways out where student code cannot be run safely."""
    if reason := fault():
        raise NoSandbox(WAYS_OUT.format(reason=reason))


def nests():
    """Whether one warm process can fork a locked room for each submission; without it each needs a sandbox of its own."""
    return fault() is None and _probe()[0] == 0
