"""Takes everybody who is not a soldier for a civilian.

Replaces: q3-value
Hint: List the types of personnel that stand in people. Are all of those in your list among the two that the task names?
"""

types = [kind for kind in people["personnel_type"].unique() if kind != "military"]
civilian = share_of_deaths(people, types)
