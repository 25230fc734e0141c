"""Takes the two lists for each other.

Replaces: q4-value
Hint: A resolution can be in the table and belong to another instrument, or not be in the table at all. Which list is which?
"""

checked = look_up(votes, cited)
found = [int(n) for n in checked["resolution_number"]]
missions = [int(n) for n in checked.loc[checked["instrument"] == "mission", "resolution_number"]]
not_missions = [n for n in cited if n not in found]
not_found = [n for n in found if n not in missions]
