"""Keeps the evidence score and leaves cost out.

Replaces: q4-value
Hint: Which four criteria did you compare? One of them is the authors' judgement, and the task leaves it out.
"""

turned = options.assign(safety=6 - options["harm"])
beaten = dominated(turned, ["evidence", "consent", "reach", "safety"])
