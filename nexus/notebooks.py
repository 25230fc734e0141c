"""Execute and normalise the chapters, and find numbers in prose that nothing supports."""

import re
from pathlib import Path

import nbformat

from nexus import claims
from nexus.bootstrap import ROOT
from nexus.charts import MIME, title_of
from nexus.references import of_chapter

BOOK = ROOT / "book"
SOURCES = ROOT / "exercises" / "source"


def chapters():
    """Paths of the chapters' notebooks, in the book's order."""
    order = list(claims.CHAPTERS)
    return sorted(BOOK.glob("*.ipynb"), key=lambda path: order.index(path.stem) if path.stem in order else len(order))


def normalise(notebook):
    """Keep what readers and tests need; drop what differs from one machine or run to the next."""
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
         "language_info": {"name": "python"}}
    )  # fmt: skip
    for number, cell in enumerate(notebook.cells):
        cell.id = cell.metadata.get("nbgrader", {}).get("grade_id") or f"cell-{number:02d}"
        cell.metadata.pop("execution", None)
        cell.metadata.pop("ExecuteTime", None)
    return notebook


def write(notebook, path):
    path.write_text(nbformat.writes(normalise(notebook)) + "\n", encoding="utf-8")


def tidied(path: Path) -> bool:
    """Normalise a stored notebook; returns whether that changed the file."""
    before = path.read_text(encoding="utf-8")
    write(nbformat.read(path, as_version=4), path)
    return path.read_text(encoding="utf-8") != before


def execute(path):
    """Run a notebook top to bottom in its own folder and store its outputs.

    Raises RuntimeError naming the notebook and the cell that failed or showed a refused chart.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}})
    try:
        client.execute()
    except CellExecutionError:
        pass  # the cell's own output says it better, below
    for number, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                raise RuntimeError(f"{path.name}, cell {number}: {output.ename}: {output.evalue}\n\n{cell.source}")
    write(notebook, path)


def refer(path):
    """Write a chapter's list of references into its cell of that name, where it has one."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.source.startswith("## References"):
            cell.source = of_chapter(path)
            write(notebook, path)


# Numbers in prose ------------------------------------------------------------

WORDS = dict(zip(
    "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety".split(),
    [*range(3, 21), *range(30, 100, 10)], strict=True,
))  # fmt: skip
NUMBER = re.compile(r"(?<![\w.#/-])\d[\d,]*(?:\.\d+)?(?![\w-]*[A-Za-z])|\b(?:" + "|".join(WORDS) + r")\b", re.IGNORECASE)
NOT_PROSE = re.compile(
    r"```[\s\S]*?```|`[^`]*`|\]\([^)]*\)|https?://\S+"  # code, links
    r"|^#+ .*$|^\d+\. |\bparts? \d(?:(?:, | and )\d)*",  # headings, list numbers, "parts 2 and 3"
    re.MULTILINE | re.IGNORECASE,
)


def numbers(text):
    """The numbers of a text as floats; "twelve" is 12, "1,304" is 1304. One and two are left out as words."""
    text = claims.MARK.sub("", NOT_PROSE.sub("", text))
    return {WORDS.get(found.lower()) or float(found.replace(",", "").rstrip(".")) for found in NUMBER.findall(text)}


def unsupported(path):
    """Numbers in a chapter's prose and chart titles that neither a claim nor code supports.

    A number is supported when the claims marked in the same cell hold it, or when the code of the
    same section (from one `##` heading to the next) writes it: an assertion, a year it filters by.
    Returns messages with the cell and the number. Not read: the header before the first `##`,
    the exercises, the references, headings, links, and words such as "part 2".
    """
    sections, current = [], []
    for number, cell in enumerate(nbformat.read(path, as_version=4).cells):
        if cell.cell_type == "markdown" and cell.source.startswith("## "):
            sections.append(current)
            current = []
        current.append((number, cell))
    sections.append(current)
    found = []
    for section in sections[1:]:
        if section[0][1].source.startswith(("## References", "## Exercises")):
            continue
        code = "\n".join(cell.source for _, cell in section if cell.cell_type == "code")
        # Only what code computes with counts: titles and descriptions are themselves prose.
        code = re.sub(r'"[^"\n]*"', lambda text: text[0] if re.fullmatch(r'"[\d.,-]+"', text[0]) else '""', code)
        supported = {float(value.replace("_", "")) for value in re.findall(r"(?<![\w.])\d[\d_]*(?:\.\d+)?", code)}
        for number, cell in section:
            texts = [cell.source] if cell.cell_type == "markdown" else [
                " ".join([*title_of(output["data"][MIME]), output["data"][MIME]["description"]])
                for output in cell.get("outputs", []) if MIME in output.get("data", {})
            ]  # fmt: skip
            for text in texts:
                cited = set()
                for mark in claims.marks(cell.source if cell.cell_type == "markdown" else ""):
                    row = claims.claim(mark)
                    cited |= numbers(row["statement"]) | numbers(row["value"].replace("-", " ")) | numbers(row["year"])
                for value in sorted(numbers(text) - supported - cited):
                    where = f"{Path(path).name}, cell {number}"
                    found.append(f"{where}: {value:g} is neither on a cited claim nor in this section's code")
    return found
