"""Finds the words inside longer words.

Replaces: q5-answer
Hint: Where does a word begin and end? Look for one of the words inside a longer one in sample.
"""


def topics_of(text):
    """The topics that occur in a text as whole words."""
    words = {"route": ["route", "road"], "police": ["police", "gendarme"], "trade": ["trade"], "rebellion": ["rebel"]}
    if not isinstance(text, str):
        return set()
    return {topic for topic, parts in words.items() if any(part in text.lower() for part in parts)}
