"""Lets the set grow until it stays the same.

Replaces: q4-answer
"""


def upstream(edges, target, without=None):
    pairs = set(zip(edges["source"], edges["target"]))
    if without:
        pairs.discard(tuple(without))
    found, before = {target}, None
    while found != before:
        before = found
        found = before | {source for source, goal in pairs if goal in before}
    return found.difference([target])
