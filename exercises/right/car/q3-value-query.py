"""Selects the country with query and gives tuples in a tuple.

Replaces: q3-value
"""

periods = ((2012, 2017), (2018, 2021), (2022, 2024))
by_groups = pooled_share(killed.query("iso3 == 'MLI'"), "killed_by_non_state_groups_best", "one_sided_deaths_best", periods)
