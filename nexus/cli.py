"""The commands of the book. Each one is a thin call of a job; `nexus.bootstrap` has made the environment."""

import os
import shutil
import subprocess
import sys
from typing import Annotated

import typer
from rich.console import Console

from nexus import bootstrap
from nexus.bootstrap import ROOT

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Nexus: build, read, test and teach the book.")
console = Console()


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
    try:
        free = site.free_port(port)
    except OSError as error:
        console.print(str(error))
        raise typer.Exit(1) from None
    if free != port:
        console.print(f"Port {port} is taken; using {free}.")
    address = f"http://127.0.0.1:{free}/"
    server = site.server(free)
    console.print(f"Nexus is at {address}  (Ctrl+C stops it)")
    if browser:
        site.open_browser(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


@app.command()
def build(fresh: Annotated[bool, typer.Option("--all", help="Rebuild every page.")] = False):
    """Build the book into .build/."""
    _build(fresh)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def test(context: typer.Context):
    """Install what the tests need and run them all (more words go to pytest)."""
    bootstrap.install("tests/requirements.txt")
    from nexus import browser

    browser.ensure()
    raise typer.Exit(subprocess.run([sys.executable, "-m", "pytest", *context.args], cwd=ROOT).returncode)


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

    paths = [*jobs.chapters(), *sorted(jobs.SOURCES.glob("*/*.ipynb"))]
    known = {path.stem for path in paths}
    if unknown := set(names or []) - known:
        console.print(f"No notebook {', '.join(sorted(unknown))}. There are: {', '.join(sorted(known))}")
        raise typer.Exit(1)
    for path in track([p for p in paths if not names or p.stem in names], description="Running", console=console):
        try:
            jobs.execute(path)
            jobs.refer(path)
        except RuntimeError as error:
            print(error)
            raise typer.Exit(1) from None


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
    from nexus import exercises

    with console.status("Making the students' copies ..."):
        try:
            made = exercises.release(names)
        except ValueError as error:
            console.print(str(error))
            raise typer.Exit(1) from None
    for path in made:
        console.print(f"{path.relative_to(ROOT)}")


@app.command()
def lock():
    """Compile requirements.txt and tests/requirements.txt from pyproject.toml (needs the network)."""
    head = "# Compiled from pyproject.toml by 'python -m nexus lock'. Do not edit by hand.\n-e .\n"
    base = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11",
            "--no-annotate", "--no-header", "-q", "--no-emit-index-url"]  # fmt: skip
    main = subprocess.run(base, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    pins = ROOT / ".venv" / "pins.txt"
    pins.write_text(main)
    tests = subprocess.run([*base, "--extra", "test", "-c", pins], cwd=ROOT, check=True, capture_output=True, text=True)
    (ROOT / "requirements.txt").write_text(head + main)
    (ROOT / "tests" / "requirements.txt").write_text(head + tests.stdout)
    console.print("requirements.txt and tests/requirements.txt are new.")


@app.command()
def clean(everything: Annotated[bool, typer.Option("--all", help="The installed environment (.venv) too.")] = False):
    """Remove what the other commands made."""
    for name in [".build", ".pytest_cache", ".ruff_cache", *([".venv"] if everything and os.name != "nt" else [])]:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    console.print("Clean.")
