"""Finds the middle of all waits by position; numpy numbers.

Replaces: q2-value
"""

import numpy as np

uncac = waits(status, "UNCAC")
open_cases = uncac[uncac.isna()].index.tolist()
days = [float(wait) if pd.notna(wait) else np.inf for wait in uncac]
median_finished = np.median([wait for wait in days if wait < np.inf])
median_all = np.median(days)
