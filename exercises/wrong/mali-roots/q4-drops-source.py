"""Leaves out every arrow from that idea, not the one arrow.

Replaces: q4-answer
Hint: How many arrows does your condition remove? Only one should go: from one idea to one other.
"""


def upstream(edges, target, without=None):
    """The ideas from which `target` can be reached, one arrow left out if asked."""
    if without is not None:
        edges = edges[edges["source"] != without[0]]
    seen, todo = set(), [target]
    while todo:
        here = todo.pop()
        new = set(edges.loc[edges["target"] == here, "source"]) - seen
        seen |= new
        todo += new
    return seen - {target}
