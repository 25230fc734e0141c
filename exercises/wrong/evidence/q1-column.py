"""Searches the names of the works instead of the type of evidence.

Replaces: q1-value
Hint: Which column says what kind of evidence a note holds? Not every interview is named in the other one.
"""

with_interview = len(containing(endnotes, "works_or_basis", "Interview"))
