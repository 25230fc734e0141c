"""Counts in a dict; regular expressions for the rules.

Replaces: q4-answer
"""


def addressee(text):
    """Class of the addressee of an instrument."""
    import re

    for pattern, name in [("not stated.*", "not stated"), (".*(states|government).*", "governments")]:
        if re.fullmatch(pattern, text, re.IGNORECASE | re.DOTALL):
            return name
    return {"donor programming": "programmes", "knowledge": "programmes"}.get(text.lower(), "others")


def per_class(table):
    """Rows in each class of addressee, always four numbers."""
    counts = dict.fromkeys(["governments", "others", "programmes", "not stated"], 0)
    for text in table["target"]:
        counts[addressee(text)] += 1
    return pd.Series(counts)
