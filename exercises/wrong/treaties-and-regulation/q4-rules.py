"""Asks for governments before "not stated".

Replaces: q4-answer
Hint: A text can fit two of the rules. In which order does your function try them, and in which order does the task?
"""


def addressee(text):
    """Class of the addressee of an instrument."""
    text = text.lower()
    if "states" in text or "government" in text:
        return "governments"
    if text.startswith("not stated"):
        return "not stated"
    return "programmes" if text in ("donor programming", "knowledge") else "others"


def per_class(table):
    """Rows in each class of addressee, always four numbers."""
    order = ["governments", "others", "programmes", "not stated"]
    return table["target"].map(addressee).value_counts().reindex(order, fill_value=0)
