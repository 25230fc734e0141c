"""Returns the cost of the closed link itself.

Replaces: q6-answer
Hint: What does a traveller lose who must go another way? Compare two ways, not the price of one link.
"""


def extra_cost(links, closed, start, goal):
    """How much more the cheapest way costs when one link is closed."""
    either = links | {(b, a): price for (a, b), price in links.items()}
    ways = list(paths(links, start, goal))
    if tuple(closed) not in either or not ways:
        raise ValueError("no such link, or no way at all")
    way = min(ways, key=lambda one: sum(either[pair] for pair in zip(one, one[1:])))
    used = tuple(closed) in list(zip(way, way[1:])) or tuple(closed)[::-1] in list(zip(way, way[1:]))
    return float(either[tuple(closed)]) if used else 0.0
