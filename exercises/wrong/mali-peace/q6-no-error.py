"""Accepts a link that is not there.

Replaces: q6-answer
Hint: Try to close a link that does not exist. What does the task want then?
"""


def extra_cost(links, closed, start, goal):
    """How much more the cheapest way costs when one link is closed."""
    either = links | {(b, a): price for (a, b), price in links.items()}
    rest = {link: price for link, price in links.items() if set(link) != set(closed)}
    now = [sum(either[pair] for pair in zip(way, way[1:])) for way in paths(links, start, goal)]
    then = [sum(either[pair] for pair in zip(way, way[1:])) for way in paths(rest, start, goal)]
    if not now:
        raise ValueError("no way at all")
    return float(min(then) - min(now)) if then else float("inf")
