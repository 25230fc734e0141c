"""`python -m nexus …`: every command of the book, with or without make."""

from nexus.bootstrap import enter

enter()

from nexus.cli import app  # noqa: E402  (needs what enter() installs)

app(prog_name="python -m nexus")
