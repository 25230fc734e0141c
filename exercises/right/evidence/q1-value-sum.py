"""A sum of trues, which numpy counts.

Replaces: q1-value
"""

with_interview = endnotes["evidence_type"].str.contains("interview").sum()
