"""The pages that the grader writes: templates in templates/, where every text is escaped and made printable."""

import re
from functools import cache

import jinja2
from markupsafe import Markup, escape

from nexus.grading import plain


def _shown(value):
    """What a template prints: no text gets past without its control and direction signs being spelled out."""
    return plain.printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _names(text):
    """Text in which `names` in backticks are set as code."""
    return Markup(re.sub(r"`([^`\n]+)`", r"<code>\1</code>", str(escape(plain.printable(text)))))


@cache
def template(name):
    """A template of the package, read once."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("nexus.grading"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["names"] = _names
    return environment.get_template(name)
