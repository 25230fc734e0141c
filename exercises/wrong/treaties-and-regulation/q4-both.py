"""Puts "not stated" and "does not apply" together.

Replaces: q4-value
Hint: Look at the different values of stream. Did you keep the rows that say nothing about it together with those to
which it does not apply?
"""

instruments = pd.read_csv(instruments_path, keep_default_na=False)
counts = per_class(instruments)
no_stream = per_class(instruments[instruments["stream"].isin(["n/a", "not stated"])])
