"""Takes the international civilians alone.

Replaces: q3-value
Hint: Which types of personnel does the task put together in civilian? Check the list that you hand over.
"""

civilian = share_of_deaths(people, ["international_civilian"])
