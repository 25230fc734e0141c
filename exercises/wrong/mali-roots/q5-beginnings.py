"""Checks where a word begins, but not where it ends.

Replaces: q5-answer
Hint: Your words begin where they should. Do they also end there? Look for longer words with the same beginning.
"""


def topics_of(text):
    """The topics that occur in a text as whole words."""
    patterns = {"route": r"\b(route|road)", "police": r"\b(police|gendarme)", "trade": r"\btrade", "rebellion": r"\brebel"}
    if not isinstance(text, str):
        return set()
    return {topic for topic, pattern in patterns.items() if re.search(pattern, text, re.IGNORECASE)}
