"""Does not use without.

Replaces: q4-answer
Hint: One of the three arguments is not used yet. Should leaving an arrow out not change the set?
"""


def upstream(edges, target, without=None):
    """The ideas from which `target` can be reached, one arrow left out if asked."""
    seen, todo = set(), [target]
    while todo:
        here = todo.pop()
        new = set(edges.loc[edges["target"] == here, "source"]) - seen
        seen |= new
        todo += new
    return seen - {target}
