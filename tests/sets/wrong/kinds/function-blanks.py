"""Leaves blanks in.

Replaces: function-answer
Hint: A blank is no number: leave such rows out before you take the first n.
"""


def top(table, column, n=1):
    return table.sort_values(column, ascending=False)["camp"].head(n).tolist()
