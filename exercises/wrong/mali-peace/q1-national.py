"""Reads the column of the national process.

Replaces: q1-value
Hint: Check the name of the column: of which process does the task ask?
"""

local = speaks(actors, "national_process")
