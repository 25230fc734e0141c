"""Takes other scores than the analyst's.

Replaces: q6-value
Hint: Whose values did you maximise? The task names those of the sanctions analyst.
"""

chosen = best_set(weighted_scores(options, POINTS), options["cost"], 8, NEEDS)
