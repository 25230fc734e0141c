"""Goes through the weightings one by one.

Replaces: q5-answer
"""


def first_share(table, weightings):
    """Per cent of the weightings in which each option is first, shared places divided; A to Z."""
    places = dict.fromkeys(sorted(table.index), 0.0)
    for weights in weightings.to_dict("records"):
        sums = {name: round(sum(weights[one] * table.at[name, one] for one in weights), 6) for name in places}
        first = [name for name in places if sums[name] == max(sums.values())]
        for name in first:
            places[name] += 1 / len(first)
    return pd.Series({name: round(100 * place / len(weightings), 1) for name, place in places.items()})
