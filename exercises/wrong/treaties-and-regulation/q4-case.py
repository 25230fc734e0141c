"""Takes upper and lower case for different.

Replaces: q4-answer
Hint: Try your function on a text in capitals. Upper and lower case must not matter.
"""


def addressee(text):
    """Class of the addressee of an instrument."""
    if text.startswith("not stated"):
        return "not stated"
    if "states" in text or "government" in text:
        return "governments"
    return "programmes" if text in ("donor programming", "knowledge") else "others"


def per_class(table):
    """Rows in each class of addressee, always four numbers."""
    order = ["governments", "others", "programmes", "not stated"]
    return table["target"].map(addressee).value_counts().reindex(order, fill_value=0)
