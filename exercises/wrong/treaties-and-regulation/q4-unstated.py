"""Takes "not stated" for "does not apply".

Replaces: q4-value
Hint: "Not stated" and "does not apply" are two different things. Which rows did you choose for no_stream, and how does
the file write the other ones?
"""

instruments = pd.read_csv(instruments_path, keep_default_na=False)
counts = per_class(instruments)
no_stream = per_class(instruments[instruments["stream"] == "not stated"])
