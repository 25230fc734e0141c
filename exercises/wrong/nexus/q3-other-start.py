"""Takes 2018 for 2019, because the answer for 2019 looked odd.

Replaces: q3-value
Hint: Of which year is the first rate in each of your three numbers? Keep the year asked for, also if the answer looks odd.
"""

haiti = fold(homicide, "HTI", 2018, 2022)
el_salvador = fold(homicide, "SLV", 2015, 2022)
haiti_2019 = fold(homicide, "HTI", 2018, 2022)
