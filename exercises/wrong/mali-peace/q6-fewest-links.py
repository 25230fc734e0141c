"""Takes the way with the fewest links for the cheapest.

Replaces: q6-answer
Hint: Is the way with the fewest links the cheapest? Compare what the ways cost.
"""


def extra_cost(links, closed, start, goal):
    """How much more the cheapest way costs when one link is closed."""
    either = links | {(b, a): price for (a, b), price in links.items()}
    rest = {link: price for link, price in links.items() if set(link) != set(closed)}
    now, then = list(paths(links, start, goal)), list(paths(rest, start, goal))
    if len(rest) == len(links) or not now:
        raise ValueError("no such link, or no way at all")
    if not then:
        return float("inf")
    now, then = min(now, key=len), min(then, key=len)
    return abs(float(sum(either[pair] for pair in zip(then, then[1:])) - sum(either[pair] for pair in zip(now, now[1:]))))
