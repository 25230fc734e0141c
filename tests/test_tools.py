"""What keeps the sources well: types, spelling, and the files that GitHub and pre-commit read."""

import ast
import re
import shutil
import subprocess
import sys
from graphlib import TopologicalSorter

import pytest
import yaml

from nexus import cli, notebooks
from nexus.bootstrap import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize(
    "words", [("mypy",), ("codespell_lib",), ("ruff", "check"), ("ruff", "format", "--check", "nexus", "tests")]
)
def test_a_tool_has_nothing_to_say(words):
    done = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, f"python -m {' '.join(words)} says:\n{done.stdout}{done.stderr}"


def test_the_normaliser_takes_out_what_is_of_one_machine_and_says_so(tmp_path):
    path = shutil.copy(notebooks.chapters()[0], tmp_path / "a.ipynb")
    assert not notebooks.tidied(path)
    path.write_text(
        path.read_text(encoding="utf-8").replace('"metadata": {}', '"metadata": {"ExecuteTime": {}}', 1), encoding="utf-8"
    )
    assert notebooks.tidied(path)
    assert not notebooks.tidied(path)


def test_the_hooks_are_programs_of_the_environment():
    (repository,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    for hook in repository["hooks"]:
        program = hook["entry"].split()[0]
        assert hook["language"] == "system" and shutil.which(program, path=str(cli.bootstrap.venv_bin("python").parent)), program


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_asks_for_little_and_calls_the_commands_of_the_book(path):
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step["uses"])
            elif made := re.fullmatch(r"(?:make|\.ci/run) ?(\w*)", step["run"]):
                assert (made[1] or "test") in targets


def test_imports_of_the_package_run_one_way():
    """No module imports, at whatever place in its text, one that needs it."""
    files = {".".join(path.with_suffix("").relative_to(ROOT).parts).removesuffix(".__init__"): path
             for path in (ROOT / "nexus").rglob("*.py")}  # fmt: skip
    needs = {}
    for module, path in files.items():
        found = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)]
        named = {(node.module, f"{node.module}.{alias.name}") for node in found for alias in node.names}
        needs[module] = {inner if inner in files else outer for outer, inner in named if outer in files} - {module}
    order = list(TopologicalSorter(needs).static_order())  # raises CycleError, which names the circle
    assert len(order) > 60 and order.index("nexus.tables") < order.index("nexus.charts") < order.index("nexus.notebooks")
