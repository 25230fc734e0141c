"""What must never reach a student or a reader: solutions, hidden tests and expected values."""

import ast
import json
import re
from functools import cache
from html import unescape

import yaml

from nexus.exercises import COURSE, REGION, sets


def regions(name):
    """The hidden regions of a set as (kind, text), and what its source shows without them."""
    cells = json.loads((COURSE / "source" / name / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    sources = "\n".join("".join(cell["source"]) for cell in cells)
    return REGION.findall(sources), REGION.sub("", sources)


@cache
def secrets(name):
    """Of one set: telling lines of the hidden regions, and numbers of three digits or more that hidden tests expect."""
    found = set()
    hidden, public = regions(name)
    for kind, region in hidden:
        lines = {line.strip() for line in region.splitlines()}
        found |= {line for line in lines if len(line) >= 20 and line not in public}
        if kind == "HIDDEN TESTS":
            numerals = set(re.findall(r"(?<![\w.])\d+(?:\.\d+)?", region))
            found |= {number for number in numerals if telling(number) and not says(public, number)}
    return sorted(found)


@cache
def kept_back(name):
    """What only instructors read of one set: sentences at the levels of its rubric, and the words on known wrong answers.

    Of each sentence the longest part without quotes and marks, which a page may print in another way.
    """
    levels = yaml.safe_load((COURSE / "exemplars" / f"{name}.yml").read_text(encoding="utf-8"))
    sentences = [sentence for known in levels.values() for sentence in known.values()]
    for path in (COURSE / "wrong" / name).glob("*.py"):
        words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        sentences += [words.splitlines()[0], " ".join(words.partition("Hint:")[2].split())]
    _, public = regions(name)
    parts = {max(re.split(r"[\"'“”‘’`*_]", sentence), key=len).strip() for sentence in sentences}
    return sorted(part for part in parts if len(part) >= 30 and part not in public)


def telling(number):
    """Three digits that count, and not a year: 10.44 and 123.4, not 0.006, 750 or 2017."""
    return len(number.replace(".", "").strip("0")) >= 3 and not re.fullmatch(r"(19|20)\d\d", number)


def says(text, number):
    """Whether a number stands in a text by itself, not as a part of another."""
    return re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.]*\d)", text) is not None


def set_of(path):
    """The set whose secrets a file of the site could give away: mali-gold for teach-mali-gold.html; None for others."""
    stem = re.sub(r"^(teach|exercise)-", "", path.stem)
    return stem if stem in sets() else None


def leaked(text, name, numbers=True):
    """The secrets of a set, and what is kept back of it, that stand in a text, also where HTML or JSON has escaped it.

    A table of data holds thousands of numbers: there only lines count (`numbers=False`).
    """
    text = re.sub(r"<(?:path|g|line|rect|circle|svg|text)\b[^>]*>", "", text)  # coordinates of drawings
    text = unescape(text).replace('\\"', '"').replace("\\\\", "\\")
    is_number = re.compile(r"[\d.]+").fullmatch
    found = [secret for secret in secrets(name) if (numbers and says(text, secret) if is_number(secret) else secret in text)]
    return found + [words for words in kept_back(name) if words in text]
