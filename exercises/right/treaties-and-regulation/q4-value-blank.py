"""Reads "n/a" as a text by naming the blanks.

Replaces: q4-value
"""

instruments = pd.read_csv(instruments_path, keep_default_na=False, na_values=[""])
counts = per_class(instruments)
no_stream = per_class(instruments.loc[instruments["stream"].eq("n/a")].reset_index(drop=True))
