"""Works with sets; numpy's whole numbers.

Replaces: q4-value
"""

held = votes[votes["resolution_number"].isin(cited)]
not_missions = sorted(held.loc[held["instrument"].ne("mission"), "resolution_number"].astype(int))
not_found = sorted(set(cited) - set(held["resolution_number"]))
