"""Text from students, made safe to show: control signs are spelled out, spreadsheet formulas are disarmed."""

import re

# Controls but tab and newline; lone surrogates; what turns the direction of writing; the BOM, separators and tags.
_HIDDEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
_FORMULA = re.compile(rf"^\s*[{_SIGNS}]|^[\t\r\n]")
# A spreadsheet that splits at these signs instead of commas starts a cell behind each of them.
_INNER = re.compile(rf"([;\t\r\n][\"'\s]*)(?=[{_SIGNS}])")


def printable(text, limit=None):
    """The text with control and direction signs spelled out as ⟨U+202E⟩, cut behind `limit` characters."""
    text = str(text)
    cut = len(text) - limit if limit and len(text) > limit else 0
    shown = text[:limit] if cut else text
    shown = _HIDDEN.sub(lambda sign: f"⟨U+{ord(sign[0]):04X}⟩", shown.replace("\r\n", "\n"))
    return f"{shown}\n[… {cut:,} more characters are left out here]" if cut else shown


def line(text, limit=300):
    """The text on one line, for names and messages."""
    return " ".join(printable(str(text)[:limit]).split())


def cell(value):
    """A value for a CSV cell: numbers stay numbers, text that a spreadsheet could run gets an apostrophe in front."""
    if value is None or isinstance(value, int | float):
        return "" if value is None else number(value)
    text = _INNER.sub(r"\1'", printable(value))
    return f"'{text}" if _FORMULA.search(text) and text != "-" else text  # a dash alone is Moodle's word for nothing


def number(value):
    """A number as people write it: 12 for 12.0, at most two decimals."""
    return f"{round(value, 2):g}" if abs(value) < 1e5 else f"{value:.0f}"


def points(value):
    """ "1 point", "2.5 points"."""
    return f"{number(value)} point{'' if value == 1 else 's'}"
