"""Goes back by a function that calls itself.

Replaces: q4-answer
"""


def upstream(edges, target, without=None):
    if without is not None:
        edges = edges[~((edges["source"] == without[0]) & (edges["target"] == without[1]))]
    seen = set()

    def go(idea):
        for source in edges.loc[edges["target"] == idea, "source"]:
            if source not in seen:
                seen.add(source)
                go(source)

    go(target)
    return seen - {target}
