"""Takes one type of violence only.

Replaces: q3-value
Hint: Which types of violence should count for mujao? Look at what your third argument leaves out.
"""

mujao = active_years(dyads, "MUJAO", "non_state")
