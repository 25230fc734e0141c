"""Goes back one arrow only.

Replaces: q4-answer
Hint: You find what points at the idea itself. What points at those ideas in turn?
"""


def upstream(edges, target, without=None):
    """The ideas from which `target` can be reached, one arrow left out if asked."""
    arrows = [pair for pair in zip(edges["source"], edges["target"]) if without is None or pair != tuple(without)]
    return {source for source, goal in arrows if goal == target} - {target}
