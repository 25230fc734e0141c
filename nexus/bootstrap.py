"""Make `.venv`, install the pinned requirements and run the command inside it.

Runs before anything is installed, so it uses the standard library alone.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "nexus-installed.json"
WHEELS = ROOT / "wheels"  # packages brought along, see book/teach-offline.md
SUPPORTED = [(3, 13), (3, 12), (3, 11)]  # newest first


def pythons():
    """The supported versions in words: "3.11, 3.12 or 3.13"."""
    *others, newest = [f"{major}.{minor}" for major, minor in reversed(SUPPORTED)]
    return f"{', '.join(others)} or {newest}"


def venv_bin(name):
    """Path of a program inside `.venv`, on any platform."""
    return VENV / ("Scripts" if os.name == "nt" else "bin") / (name + (".exe" if os.name == "nt" else ""))


def find_python():
    """A supported interpreter: this one, else the newest on PATH.

    Raises SystemExit with the remedy when there is none.
    """
    if sys.version_info[:2] in SUPPORTED:
        return sys.executable
    for major, minor in SUPPORTED:
        candidate = shutil.which(f"python{major}.{minor}")
        # A pyenv shim exists for versions that are not active: ask it.
        if candidate and subprocess.run([candidate, "-c", ""], capture_output=True).returncode == 0:
            return candidate
    found = ".".join(map(str, sys.version_info[:2]))
    raise SystemExit(
        f"Nexus needs Python {pythons()}; this is Python {found}.\n"
        "Install one from https://www.python.org/downloads/ and run the command again."
    )


def make_venv():
    """Create `.venv` where there is none, or where it cannot run the book."""
    python = venv_bin("python")
    probe = f"import pip, sys; sys.exit(sys.version_info[:2] not in {SUPPORTED})"
    if python.exists() and subprocess.run([python, "-c", probe], capture_output=True).returncode == 0:
        return
    why = " again: it has no pip, or a Python that the book does not support" if VENV.exists() else ""
    print(f"Making {VENV.name}{why} ...", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run([find_python(), "-m", "venv", VENV])
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SystemExit("Python could not make a virtual environment. On Debian or Ubuntu: sudo apt install python3-venv")


def _stamps():
    try:
        return json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}


def install(requirements="requirements.txt"):
    """Install a lock file into `.venv`, once: a second call with the same file does nothing.

    Packages come from the folder `wheels`, where there is one that holds them all, and need no network then.
    """
    lock = ROOT / requirements
    # The package is installed in place: its metadata counts as part of the lock.
    wanted = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if _stamps().get(requirements) == wanted:
        return
    print(f"Installing {requirements} (once; the next run skips this) ...", flush=True)
    brought = [["--no-index", "--find-links", str(WHEELS)]] if WHEELS.is_dir() else []
    if not any(_install_from(source, lock) for source in [*brought, []]):
        raise SystemExit(
            f"The packages in {requirements} could not be installed (see above).\n"
            "Check the network or proxy and run the command again; what was fetched is kept."
        )
    STAMP.write_text(json.dumps(_stamps() | {requirements: wanted}))


def _install_from(source, lock):
    """Install a lock file from a source (options of pip and uv); returns whether that worked."""
    (pin,) = re.findall(r"^uv==\S+", lock.read_text(), re.MULTILINE)
    pip = [venv_bin("python"), "-m", "pip", "--disable-pip-version-check", "install", *source]
    # uv is ten times faster than pip; pip stays as the way that always works.
    uv = [venv_bin("uv"), "pip", "install", "--python", venv_bin("python"), *source, "-r", lock]
    if subprocess.run([*pip, "--quiet", pin], cwd=ROOT).returncode == 0 and subprocess.run(uv, cwd=ROOT).returncode == 0:
        return True
    print("uv could not install; trying pip ...", flush=True)
    return subprocess.run([*pip, "-r", lock], cwd=ROOT).returncode == 0


def enter():
    """Return if this process runs in an up-to-date `.venv`; otherwise prepare it and start over there."""
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    if not inside:
        make_venv()
    install()
    if inside:
        return
    # nbgrader and Jupyter call their own programs by name.
    env = os.environ | {"PATH": f"{venv_bin('python').parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    command = [str(venv_bin("python")), "-m", "nexus", *sys.argv[1:]]
    env["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), env.get("PYTHONPATH")]))
    if os.name == "nt":
        raise SystemExit(subprocess.run(command, env=env).returncode)
    os.execve(command[0], command, env)
