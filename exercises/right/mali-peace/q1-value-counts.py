"""Counts in this table, where no cell says "not stated".

Replaces: q1-value
"""

known = actors["local_process"].notna()
unsaid = actors["local_process"].eq("not stated").sum()
local = {"stated": known.sum() - unsaid, "not stated": unsaid, "blank": (~known).sum()}
