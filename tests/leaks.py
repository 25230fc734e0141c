"""What must never reach a student or a reader: solutions, hidden tests and expected values."""

import json
import re

from nexus.exercises import COURSE, sets

REGION = re.compile(r"### BEGIN (SOLUTION|HIDDEN TESTS)\n(.*?)### END \1", re.DOTALL)


def secrets():
    """Telling lines of the hidden regions, and expected numbers of three digits or more."""
    found = set()
    for name in sets():
        cells = json.loads((COURSE / "source" / name / f"{name}.ipynb").read_text())["cells"]
        sources = ["".join(cell["source"]) for cell in cells]
        public = REGION.sub("", "\n".join(sources))
        for kind, region in REGION.findall("\n".join(sources)):
            found |= {line.strip() for line in region.splitlines() if len(line.strip()) >= 25 and line.strip() not in public}
            if kind == "HIDDEN TESTS":
                values = re.findall(r"- (\d+(?:\.\d+)?)\)", region)  # abs(answer - expected)
                found |= {value for value in values if len(value.replace(".", "").lstrip("0")) >= 3}
    return sorted(found)


def leaked(text):
    """The secrets that stand in a text; a number counts only as a whole number."""
    return [
        secret for secret in secrets()
        if (re.search(rf"(?<![\d.]){re.escape(secret)}(?![\d.]*\d)", text) if secret[0].isdigit() else secret in text)
    ]  # fmt: skip
