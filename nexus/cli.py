"""The commands of the book. Each one is a thin call of a job; `nexus.bootstrap` has made the environment."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from nexus import bootstrap
from nexus.bootstrap import ROOT

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Nexus: build, read, test and teach the book.")
console = Console()
CORES = os.cpu_count() or 1


@contextmanager
def _plainly(*more):
    """A ValueError, OSError or one of `more` ends the command with its message, not with a traceback."""
    try:
        yield
    except (ValueError, OSError, *more) as error:
        Console(stderr=True).print(str(error), markup=False, highlight=False)
        raise typer.Exit(1) from None


def _build(fresh=False):
    from nexus import site

    with console.status("Building the book ..."):
        try:
            index = site.build(fresh)
        except site.BuildError as error:
            console.print("[bold]The book could not be built:[/bold]")
            print(error)
            raise typer.Exit(1) from None
    console.print(f"The book is in {index.parent.relative_to(ROOT)}")


@app.command()
def serve(
    port: Annotated[int, typer.Option(envvar="PORT", min=1, max=65535, help="Port on 127.0.0.1.")] = 8000,
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
):
    """Build the book and show it at a local address."""
    from nexus import site

    _build()
    with _plainly():
        free = site.free_port(port)
    if free != port:
        console.print(f"Port {port} is taken; using {free}.")
    address = f"http://127.0.0.1:{free}/"
    server = site.server(free)
    console.print(f"Nexus is at {address}  (Ctrl+C stops it)")
    if browser:
        site.open_browser(address)
    _remind()  # while the browser starts
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


@app.command()
def build(fresh: Annotated[bool, typer.Option("--all", help="Rebuild every page.")] = False):
    """Build the book into .build/."""
    _build(fresh)
    _remind()


def _remind(today=None):
    """Say which chapters' review is late: a warning, which stops nothing."""
    from nexus import heads

    for late in heads.overdue(today or date.today()):
        console.print(f"[bold]Review due.[/bold] {late}")


@app.command()
def pdf(
    chapters: Annotated[list[str] | None, typer.Argument(help="Chapters, e.g. mali-gold; the book and all by default.")] = None,
):
    """Print the book, or chapters, as PDF into .build/editions/ (needs a browser, as the tests do)."""
    _known(chapters)
    _build()
    _pdf(chapters)
    _build()  # the page Downloads lists what there is


def _known(chapters):
    """End the command, before it builds or runs anything, where a name is no chapter's."""
    from nexus import notebooks
    from nexus.names import require_known

    with _plainly():
        for name in chapters or []:
            require_known(name, [path.stem for path in notebooks.chapters()], "chapter")


def _pdf(chapters=None):
    bootstrap.install("tests/requirements.txt")
    from nexus.editions import pdf

    with console.status("Printing ..."), _plainly():
        for path in pdf.make(chapters):
            _made(path)


def _made(path):
    console.print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 1e6:.1f} MB")


@app.command()
def offline():
    """Make the offline edition, one zip that opens from disk, in .build/editions/."""
    from nexus.editions import offline

    _build()
    _made(offline.make())
    _build()


@app.command()
def editions():
    """Make all editions: offline edition, PDF of the book and of each chapter. A release does this."""
    from nexus.editions import offline

    _build()
    _pdf()
    _made(offline.make())
    _build()


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def test(context: typer.Context):
    """Install what the tests need and run them all (more words go to pytest)."""
    bootstrap.install("tests/requirements.txt")
    from nexus import browser
    from nexus.grading import sandbox

    browser.ensure()
    if reason := sandbox.fault():
        console.print(f"The tests of the grader will fail: {reason}. See exercises/grading.md.", highlight=False)
    # Byte code may be stored: or each of the many processes, sandboxes too, would compile every package anew.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    code = subprocess.run([sys.executable, "-m", "pytest", *context.args], cwd=ROOT, env=env).returncode
    _remind()
    raise typer.Exit(code)


@app.command()
def lab():
    """Open the project in JupyterLab; the chapters are in book/."""
    # JupyterLab would ask its makers for news and updates: the book needs no network.
    quiet = ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    raise typer.Exit(subprocess.run([sys.executable, "-m", "jupyter", "lab", *quiet, "--notebook-dir", "."], cwd=ROOT).returncode)


@app.command()
def notebooks(names: Annotated[list[str] | None, typer.Argument(help="Chapters, e.g. mali-gold; all by default.")] = None):
    """Run the chapters and the exercise sources again and store their outputs."""
    from rich.progress import track

    from nexus import notebooks as jobs

    _known(names)
    paths = [*jobs.chapters(), *sorted(jobs.SOURCES.glob("*/*.ipynb"))]
    for path in track([p for p in paths if not names or p.stem in names], description="Running", console=console):
        with _plainly(RuntimeError):
            jobs.execute(path)
            jobs.refer(path)


@app.command()
def normalise(paths: Annotated[list[Path], typer.Argument(help="Notebooks.", exists=True, dir_okay=False)]):
    """Take out of notebooks what differs from one machine to the next; exits with 1 if there was any (a pre-commit hook)."""
    from nexus import notebooks as jobs

    changed = [path for path in paths if jobs.tidied(path)]
    for path in changed:
        print(f"{path}: normalised")
    raise typer.Exit(1 if changed else 0)


@app.command()
def coverage():
    """Which claims the finished chapters carry, and what is wrong with their marks."""
    from rich.table import Table

    from nexus import claims
    from nexus import coverage as job

    shown = Table("chapter", *(row["mark"] for row in claims.sources().values()), "all", box=None, pad_edge=False)
    done = set(job.finished())
    for chapter, counts in job.table().items():
        parts = [counts.get(source, (0, 0)) for source in claims.sources()]
        total = tuple(map(sum, zip(*parts, strict=True)))
        row = [f"{carried}/{of}" if of else "" for carried, of in [*parts, total]]
        shown.add_row(chapter if chapter in done else f"[dim]{chapter} (not in the book)", *row)
    console.print(shown)
    found = job.problems()
    for problem in found:
        print(problem)
    print(f"{len(found)} problem{'' if len(found) == 1 else 's'}")
    raise typer.Exit(1 if found else 0)


@app.command()
def release(names: Annotated[list[str] | None, typer.Argument(help="Exercise sets; all by default.")] = None):
    """Make the students' copies of the exercises."""
    from nexus import release as job

    with console.status("Making the students' copies ..."), _plainly(RuntimeError):
        made = job.release(names)
    for path in made:
        console.print(f"{path.relative_to(ROOT)}")


@app.command()
def guide(
    names: Annotated[list[str] | None, typer.Argument(help="Exercise sets; all by default.")] = None,
    out: Annotated[Path | None, typer.Option(help="Where the pages go.  [default: .build/guides]")] = None,
):
    """Make the instructors' guide and answer key of exercise sets. They hold answers: do not publish them."""
    from nexus import guides

    with _plainly():
        written = guides.write(names, out)
    print(f"{len(written)} pages are in {written[0].parent}. They hold answers: do not publish them.")


@app.command()
def export_quiz(
    chapters: Annotated[list[str] | None, typer.Argument(help="Chapters, e.g. mali-gold; all by default.")] = None,
    form: Annotated[str | None, typer.Option("--format", help="moodle or qti (Canvas).  [default: both]")] = None,
    out: Annotated[Path | None, typer.Option(help="Where the files go.  [default: .build/quiz]")] = None,
):
    """Write the check questions for a learning platform."""
    from nexus import quiz

    with _plainly():
        written = quiz.export(chapters, form, out)
    for path in written:
        print(path)


@app.command()
def grade(
    exercise: Annotated[str, typer.Argument(help="The set, e.g. mali-gold.")],
    submissions: Annotated[Path, typer.Argument(help="A folder or zip; also a bulk download of Canvas or Moodle.")],
    out: Annotated[Path | None, typer.Option(help="Where marks and feedback go.  [default: graded/<exercise>]")] = None,
    students: Annotated[Path | None, typer.Option(help="The class list, a CSV: who is missing gets a row.")] = None,
    workers: Annotated[
        int, typer.Option(min=1, max=256, help="Submissions marked at a time.  [default: one for each core]")
    ] = CORES,
    dask: Annotated[str | None, typer.Option(help="Address of a Dask scheduler that has the workers.")] = None,
    timeout: Annotated[float, typer.Option(min=1, max=3600, help="Seconds for one submission.")] = 30,
    everything: Annotated[bool, typer.Option("--all", help="Mark again what has not changed, too.")] = False,
    sandbox: Annotated[bool, typer.Option(help="Run students' code in a locked room.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print a summary as JSON and nothing else.")] = False,
):
    """Mark a class: grades, a page for each student, a report, and the gradebook for prose."""
    from nexus.grading import command

    with _plainly(RuntimeError):
        told = command.grade(exercise, submissions, out, students, workers, dask, timeout, everything, sandbox, as_json)
    print(told)


@app.command()
def export(
    exercise: Annotated[str, typer.Argument(help="The set, e.g. mali-gold.")],
    form: Annotated[str, typer.Option("--format", help="canvas, moodle or csv.")] = "csv",
    out: Annotated[Path | None, typer.Option(help="Where `grade` wrote.  [default: graded/<exercise>]")] = None,
    partial: Annotated[bool, typer.Option(help="Give a total also where prose still waits for its mark.")] = False,
):
    """Write the marks, those for prose too, in a form that a learning platform takes in."""
    from nexus.grading import command

    with _plainly():
        print(command.export(exercise, form, out, partial))


@app.command()
def lock():
    """Compile requirements.txt and tests/requirements.txt from pyproject.toml (needs the network).

    Pins that still fit are kept; delete a line to have a package upgraded.
    """
    head = "# Compiled from pyproject.toml by 'python -m nexus lock'. Do not edit by hand.\n-e .\n"
    base = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11",
            "--no-annotate", "--no-header", "-q", "--no-emit-index-url"]  # fmt: skip
    files = [("requirements.txt", []), ("tests/requirements.txt", ["--extra", "test", "-c", "requirements.txt"])]
    for path, extra in files:
        pins = ROOT / path
        pins.write_text(pins.read_text().replace(head, ""))
        subprocess.run([*base, *extra, "-o", path], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    for path, _ in files:  # the head is no requirement that may stand in a list of constraints
        (ROOT / path).write_text(head + (ROOT / path).read_text())
    console.print("requirements.txt and tests/requirements.txt are new.")


@app.command()
def wheels():
    """Fetch the packages into wheels/, for machines of the same system that have no network."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--no-deps"]
    with tempfile.TemporaryDirectory() as folder:
        pins = Path(folder) / "pins.txt"  # pip would pack the project itself, too
        pins.write_text((ROOT / "requirements.txt").read_text(encoding="utf-8").replace("-e .\n", ""), encoding="utf-8")
        code = subprocess.run([*pip, "-r", pins, "setuptools>=77", "-d", bootstrap.WHEELS]).returncode
    if not code:
        size = sum(path.stat().st_size for path in bootstrap.WHEELS.iterdir()) / 1e6
        print(f"wheels/  {size:.0f} MB. Take it along in the project's folder; every command finds it there.")
    raise typer.Exit(code)


@app.command()
def clean(everything: Annotated[bool, typer.Option("--all", help="The installed environment (.venv) and wheels/ too.")] = False):
    """Remove what the other commands made, but for graded/, which holds a class's marks."""
    more = ["wheels", *([".venv"] if os.name != "nt" else [])] if everything else []
    for name in [".build", ".pytest_cache", ".ruff_cache", ".hypothesis", *more]:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    if everything and os.name == "nt":
        console.print("Windows does not remove a program that runs: delete .venv yourself.")
    console.print("Clean.")
