"""Looks at a part of the ledger instead of the whole.

Replaces: q5-value
Hint: Which rows of claims did you hand over? The task counts witnesses in the whole ledger, with every kind of
statement.
"""

one_document = sole_source(claims[claims["kind"] == "recommendation"], "theme", "source_id")
