"""Wants the text to be "states" or "government" and nothing else.

Replaces: q4-answer
Hint: One rule says "begins with", one says "contains", one says "is". Which word does your second rule follow?
"""


def addressee(text):
    """Class of the addressee of an instrument."""
    text = text.lower()
    if text.startswith("not stated"):
        return "not stated"
    if text in ("states", "government"):
        return "governments"
    return "programmes" if text in ("donor programming", "knowledge") else "others"


def per_class(table):
    """Rows in each class of addressee, always four numbers."""
    order = ["governments", "others", "programmes", "not stated"]
    return table["target"].map(addressee).value_counts().reindex(order, fill_value=0)
