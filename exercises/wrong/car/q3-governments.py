"""Takes the column of the governments.

Replaces: q3-value
Hint: To whom does UCDP attribute the killings in the column that you chose? Read the names of the columns of killed
once more.
"""

in_mali = killed[killed["iso3"] == "MLI"]
by_groups = pooled_share(
    in_mali, "killed_by_any_government_best", "one_sided_deaths_best", [(2012, 2017), (2018, 2021), (2022, 2024)]
)
