"""The book to take along: offline edition and PDF. They are made by their own commands and lie in `EDITIONS`.

A build of the site copies what lies there to the site's downloads and lists it on the page Downloads.
"""

from nexus.site import BUILD

EDITIONS = BUILD / "editions"
OFFLINE = "nexus-offline.zip"
BOOK = "nexus-book.pdf"
DATA = "nexus-data.zip"  # made by every build


def is_edition(name):
    """Whether a file of the site's downloads is an edition: made by a command of its own, not by every build."""
    return name == OFFLINE or name.endswith(".pdf")


def made():
    """The editions that were made: {file name: path}, sorted. A PDF with a chapter's name is that chapter's."""
    return {path.name: path for path in sorted(EDITIONS.glob("*")) if is_edition(path.name)}
