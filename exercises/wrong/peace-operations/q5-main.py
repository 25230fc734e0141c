"""Names the commonest source of every group that has a dominant one.

Replaces: q5-answer
Hint: A group that rests mostly on one source does not rest on it alone. How many different sources may it have?
"""


def sole_source(table, group, source):
    """Groups that rest on one source alone, A to Z, with that source."""
    shares = table.dropna(subset=[group, source]).groupby(group)[source].value_counts(normalize=True)
    main = shares[shares > 0.5].reset_index()
    return main.sort_values(group).set_index(group)[source]
