"""Takes 2019 as the base and reads the other year.

Replaces: q3-value
Hint: Which year is 100 here, and which year do you read? Say it aloud: the index of one year, with another as base.
"""

total = exports.set_index("year")["total_exports_tonnes"]
on_2014 = float(index_numbers(total, 2019).loc[2014])
on_2015 = float(index_numbers(total, 2019).loc[2015])
