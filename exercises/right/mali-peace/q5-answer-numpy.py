"""Lets means without skipping carry the blanks; numpy's numbers.

Replaces: q5-answer
"""

import numpy as np


def before_after(s, event, n):
    before = s.reindex([event - k for k in range(n, 0, -1)]).astype(float).mean(skipna=False)
    after = s.reindex([event + k for k in range(1, n + 1)]).astype(float).mean(skipna=False)
    if np.isnan(before) or np.isnan(after):
        before = after = np.nan
    change = (after - before) / before * 100 if before != 0 else np.nan
    return {"before": np.round(before, 1), "after": np.round(after, 1), "change_pct": np.round(change, 1)}
