"""Makes the dict from a Series.

Replaces: q2-value
"""

verdicts = audit(paper, votes, "CAF", "sanctions").set_index("number")["verdict"]
faults = verdicts[verdicts.ne("fits")].to_dict()
