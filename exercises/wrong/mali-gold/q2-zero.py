"""Takes a blank for a zero in the mean.

Replaces: q2-value
Hint: A blank is unknown, not zero. Over how many years do you divide, and over how many should you?
"""

artisanal = by_year(exports, "artisanal_tonnes", 2013, 2021)
missing = [int(year) for year in artisanal.index[artisanal.isna()]]
mean_t = round(float(artisanal.fillna(0).mean()), 2)
