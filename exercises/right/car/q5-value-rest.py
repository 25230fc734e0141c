"""Subtracts the complete rows from all rows; numpy integers.

Replaces: q5-value
"""

import numpy as np

far_apart = list(np.array(disagree(displaced, "COD", 10)))
columns = ["unhcr_idps_persons", "idmc_idps_conflict_persons"]
of_country = displaced.loc[displaced["iso3"] == "COD", columns]
cannot_tell = np.int64(len(of_country) - len(of_country.dropna()))
