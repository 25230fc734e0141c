"""Cuts the text at spaces and leaves full stops and commas on the words.

Replaces: q5-answer
Hint: What stands behind the last word of a sentence? Look at the words that you compare.
"""


def topics_of(text):
    """The topics that occur in a text as whole words."""
    words = {
        "route": {"route", "routes", "road", "roads"},
        "police": {"police", "gendarme", "gendarmes"},
        "trade": {"trade", "trades", "trader", "traders"},
    }
    if not isinstance(text, str):
        return set()
    parts = text.lower().split()
    topics = {topic for topic, known in words.items() if known & set(parts)}
    return topics | {"rebellion" for part in parts if part.startswith("rebel")}
