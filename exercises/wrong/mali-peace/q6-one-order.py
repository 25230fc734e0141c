"""Knows the closed link only in the order in which the dict names it.

Replaces: q6-answer
Hint: The closed link may be named in either order. Try it both ways.
"""


def extra_cost(links, closed, start, goal):
    """How much more the cheapest way costs when one link is closed."""

    def best(open_links):
        either = open_links | {(b, a): price for (a, b), price in open_links.items()}
        sums = [sum(either[pair] for pair in zip(way, way[1:])) for way in paths(open_links, start, goal)]
        return min(sums, default=float("inf"))

    if closed not in links or best(links) == float("inf"):
        raise ValueError("no such link, or no way at all")
    rest = {link: price for link, price in links.items() if link != closed}
    return float(best(rest) - best(links))
