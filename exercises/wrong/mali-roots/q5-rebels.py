"""Finds rebel and rebels only.

Replaces: q5-answer
Hint: Which words belong to rebellion? The task does not name two words, but a beginning.
"""


def topics_of(text):
    """The topics that occur in a text as whole words."""
    patterns = {
        "route": r"\b(route|routes|road|roads)\b",
        "police": r"\b(police|gendarme|gendarmes)\b",
        "trade": r"\b(trade|trades|trader|traders)\b",
        "rebellion": r"\brebels?\b",
    }
    if not isinstance(text, str):
        return set()
    return {topic for topic, pattern in patterns.items() if re.search(pattern, text, re.IGNORECASE)}
