"""The commands as a person meets them: what they print when something is in the way."""

import re
import socket
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nexus import bootstrap, site
from nexus.bootstrap import ROOT
from nexus.cli import app


def test_make_help_and_the_commands_are_the_same():
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True).stdout
    targets = set(re.findall(r"^(\w+) ", listed, re.MULTILINE)) - {"help"}
    commands = {command.callback.__name__ for command in app.registered_commands}
    assert targets == {"serve", "build", "offline", "editions", "test", "lab", "notebooks", "release", "clean"}
    assert targets <= commands


@pytest.mark.parametrize("command", ["notebooks", "release", "pdf"])
def test_an_unknown_chapter_or_set_is_named_before_anything_is_made(command, monkeypatch):
    monkeypatch.setattr(site, "build", lambda fresh: pytest.fail("the book was built first"))
    done = CliRunner().invoke(app, [command, "mali-glod"])
    assert done.exit_code == 1 and "did you mean mali-gold?" in done.stderr and done.stdout == ""


def test_a_taken_port_gives_the_next_free_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert port < site.free_port(port) < port + 20


def test_a_python_that_is_too_old_is_refused(monkeypatch):
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 0))
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match="Nexus needs Python 3.11, 3.12 or 3.13; this is Python 3.9"):
        bootstrap.find_python()


def test_the_locks_hold_every_direct_requirement():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    for lock, wanted in [
        ("requirements.txt", project["dependencies"]),
        ("tests/requirements.txt", project["optional-dependencies"]["test"]),
    ]:
        text = (ROOT / lock).read_text().lower()
        pinned = set(re.findall(r"^([a-z0-9_.-]+)==", text, re.MULTILINE))
        assert {re.match(r"[A-Za-z0-9_-]+", name).group().lower() for name in wanted} <= pinned
        assert "http" not in re.sub(r"^http(core|x)==.*$", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("complete", [True, False])
def test_packages_that_were_brought_along_are_tried_first_and_without_a_network(monkeypatch, tmp_path, complete):
    (tmp_path / "wheels").mkdir()
    monkeypatch.setattr(bootstrap, "WHEELS", tmp_path / "wheels")
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / "stamp.json")
    asked = []

    def run(command, cwd):
        asked.append([str(word) for word in command])
        return subprocess.CompletedProcess(command, 0 if complete or "--no-index" not in asked[-1] else 1)

    monkeypatch.setattr(bootstrap.subprocess, "run", run)
    bootstrap.install()
    local = [words for words in asked if "--no-index" in words]
    assert local and all(words[words.index("--find-links") + 1] == str(tmp_path / "wheels") for words in local)
    assert asked[: len(local)] == local and (local == asked) == complete
    assert (tmp_path / "stamp.json").exists()


def test_what_is_fetched_for_other_machines_is_the_lock_without_the_project(monkeypatch, tmp_path):
    """pip would pack the project's folder, wheels included, into one more file."""
    asked = []

    def run(command):
        asked.extend(Path(command[command.index("-r") + 1]).read_text().splitlines())
        (tmp_path / "a.whl").write_bytes(b"x" * 2_000_000)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(bootstrap, "WHEELS", tmp_path)
    monkeypatch.setattr(subprocess, "run", run)
    done = CliRunner().invoke(app, ["wheels"])
    assert done.exit_code == 0 and done.stdout.startswith("wheels/  2 MB. ")
    lock = (ROOT / "requirements.txt").read_text().splitlines()
    assert asked == [line for line in lock if not line.startswith("-e")] and len(asked) > 100


def test_an_installed_environment_installs_nothing(capfd):
    bootstrap.install()
    assert capfd.readouterr().out == ""
