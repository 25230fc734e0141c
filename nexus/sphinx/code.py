"""Code in three inks: keyword, literal, comment. Pygments gives every name and dot an element; a page needs few."""

from itertools import groupby

from pygments.formatters import HtmlFormatter
from pygments.token import Comment, Keyword, Literal, Name, Operator, String, Text
from sphinx.highlighting import PygmentsBridge

INKS = [(Keyword, Keyword), (Operator.Word, Keyword), (Name.Builtin, Keyword), (Literal, String), (Comment, Comment)]


def ink(kind):
    """The ink of a token: Keyword, String, Comment, or Text for what is plain."""
    return next((ink for family, ink in INKS if kind in family), Text)


def runs(tokens):
    """Tokens (type, text) with neighbours of one ink joined; white space goes with what stands before it."""
    joined = Text

    def kind(token):
        nonlocal joined
        joined = joined if token[1].isspace() else ink(token[0])
        return joined

    for one, group in groupby(tokens, kind):
        yield one, "".join(text for _, text in group)


class Quiet(HtmlFormatter):
    def format_unencoded(self, tokensource, outfile):
        super().format_unencoded(runs(tokensource), outfile)


def setup(app):
    PygmentsBridge.html_formatter = Quiet
