"""Follows the arrows forward.

Replaces: q4-answer
Hint: In which direction do you walk? The task asks what leads to the idea, not where it leads.
"""


def upstream(edges, target, without=None):
    """The ideas from which `target` can be reached, one arrow left out if asked."""
    arrows = [pair for pair in zip(edges["source"], edges["target"]) if without is None or pair != tuple(without)]
    seen, todo = set(), [target]
    while todo:
        here = todo.pop()
        new = {goal for source, goal in arrows if source == here} - seen
        seen |= new
        todo += new
    return seen - {target}
