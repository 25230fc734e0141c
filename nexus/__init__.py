"""The one package of the book: commands, charts, tables, ledger; `sphinx` builds, `grading` marks, `editions` packs."""

import sys

# jsonschema (behind altair and nbformat) builds a grammar for web addresses in other scripts when it is imported: a second
# or more in every process, for a check that nothing here asks for (jsonschema's issue 1428). Without it, it goes without.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
