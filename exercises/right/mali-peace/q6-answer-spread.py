"""Spreads the cheapest costs from the start, without paths.

Replaces: q6-answer
"""


def extra_cost(links, closed, start, goal):
    def cheapest(open_links):
        cost = {start: 0.0}
        for _ in open_links:
            for (a, b), price in open_links.items():
                for here, there in ((a, b), (b, a)):
                    if here in cost:
                        cost[there] = min(cost.get(there, float("inf")), cost[here] + price)
        return cost.get(goal, float("inf"))

    named = [link for link in links if sorted(link) == sorted(closed)]
    before = cheapest(links)
    if not named or before == float("inf"):
        raise ValueError("cannot be answered")
    return cheapest({link: price for link, price in links.items() if link not in named}) - before
