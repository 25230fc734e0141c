"""Leaves an empty class blank.

Replaces: q4-answer
Hint: What does your Series hold for a class into which no row falls? Here the number is known.
"""


def addressee(text):
    """Class of the addressee of an instrument."""
    text = text.lower()
    if text.startswith("not stated"):
        return "not stated"
    if "states" in text or "government" in text:
        return "governments"
    return "programmes" if text in ("donor programming", "knowledge") else "others"


def per_class(table):
    """Rows in each class of addressee, always four numbers."""
    counts = table["target"].map(addressee).value_counts()
    return pd.Series({name: counts.get(name) for name in ["governments", "others", "programmes", "not stated"]}, dtype=float)
