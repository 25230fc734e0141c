"""Takes the other copy of the list.

Replaces: q1-value
Hint: There are two copies of the list, on two days. Compare the name of your column with the one in the task.
"""

in_2020 = three_states(listings["on_list_2025_08_16"])
