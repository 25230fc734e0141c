"""Says that nothing is lost when no way is left.

Replaces: q6-answer
Hint: What if the closed link was the only way? The task says what to return then.
"""


def extra_cost(links, closed, start, goal):
    """How much more the cheapest way costs when one link is closed."""
    either = links | {(b, a): price for (a, b), price in links.items()}
    rest = {link: price for link, price in links.items() if set(link) != set(closed)}
    now = [sum(either[pair] for pair in zip(way, way[1:])) for way in paths(links, start, goal)]
    then = [sum(either[pair] for pair in zip(way, way[1:])) for way in paths(rest, start, goal)]
    if len(rest) == len(links) or not now:
        raise ValueError("no such link, or no way at all")
    return float(min(then) - min(now)) if then else 0.0
